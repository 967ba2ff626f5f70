"""A local server that plays SnapTrade, Genesys Cloud and Stream Chat over real sockets."""
