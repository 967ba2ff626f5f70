"""
One module per client that is measured; each runs in the environment of that client.

A module offers what its client can do: `client` builds one, `call` makes a small sync call ready,
`connected` the same for async code, `decoder` turns bytes into what the client's users get, and
`FOUR` reads four typical attributes of each item.
"""
