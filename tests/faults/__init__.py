"""The clients against servers and networks that misbehave, over real sockets."""
