"""What `make bench` measures: ratios against raw httpx and `json.loads`, all taken in one run."""
