"""How gunicorn serves the portal, on a desk and on a server: its options go before these."""

import os

wsgi_app = "stockport2040.wsgi"
bind = f"127.0.0.1:{os.environ.get('PORT', '8000')}"
worker_class, workers, threads = "gthread", 2, 4
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None  # a slow disk would look like a stuck worker
control_socket_disable = True
# Else a visitor's own header SCRIPT_NAME would lead every address astray: what a proxy says is for settings.py to read.
forwarded_allow_ips = ""


def when_ready(server):
    print("Stockport 2040 is at", *server.LISTENERS, flush=True)
