"""None of its own: but Django tells only apps with this file that a migration has ended (see apps.py)."""
