"""The public face of the three packages; runs on the source tree and on installed wheels alike."""
