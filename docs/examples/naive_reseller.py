"""A reseller as many begin: a wallet, a plan, a call to VTpass. The suite finds out what it loses.

    VTPASS_BASE_URL=http://127.0.0.1:4040/api python3 naive_reseller.py 4060

Python 3, nothing but its standard library. Its mistakes are marked, and docs/checking-a-reseller.md says what they cost.
"""
import json
import os
import sys
import threading
import urllib.error
import urllib.parse
import urllib.request
from datetime import datetime, timedelta, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from uuid import uuid4

VTPASS = os.environ.get("VTPASS_BASE_URL", "http://127.0.0.1:4040/api")
API_KEY = os.environ.get("VTPASS_API_KEY", "sim-api-key")
PUBLIC_KEY = os.environ.get("VTPASS_PUBLIC_KEY", "PK_sim_public_key")
SECRET_KEY = os.environ.get("VTPASS_SECRET_KEY", "SK_sim_secret_key")

lock = threading.Lock()
wallets = {}  # user -> kobo
orders = {}  # (user, ref) -> order
by_vtpass_id = {}  # VTpass's request_id -> order


def vtpass(path, fields=None):
    keys = {"public-key": PUBLIC_KEY} if fields is None else {"secret-key": SECRET_KEY}
    headers = {"api-key": API_KEY, "content-type": "application/json", **keys}
    body = None if fields is None else json.dumps(fields).encode()
    request = urllib.request.Request(f"{VTPASS}/{path}", body, headers)
    with urllib.request.urlopen(request, timeout=2) as answer:
        return json.load(answer)


def price_of(service, plan):
    listed = vtpass(f"service-variations?{urllib.parse.urlencode({'serviceID': service})}")["content"]["variations"]
    amount = next(each["variation_amount"] for each in listed if each["variation_code"] == plan)
    return round(float(amount) * 100)


def buy(user, ref, service, plan, phone):
    if (user, ref) in orders:
        return orders[user, ref]
    price = price_of(service, plan)
    with lock:
        if wallets.get(user, 0) < price:
            return {"state": "failed", "why": "not enough money"}
        wallets[user] -= price
        lagos = datetime.now(timezone.utc) + timedelta(hours=1)
        vtpass_id = f"{lagos:%Y%m%d%H%M}{uuid4().hex[:12]}"
        order = {"user": user, "ref": ref, "phone": phone, "price": price, "state": "pending"}
        orders[user, ref] = by_vtpass_id[vtpass_id] = order
    try:
        asked = {"serviceID": service, "billersCode": phone, "variation_code": plan, "phone": phone}
        code = vtpass("pay", {**asked, "request_id": vtpass_id}).get("code")
    except Exception:  # Mistake: silence is taken for a failure, and refunded.
        return settle(order, "failed")
    # Mistake: 000 may be pending, and 099 is. Neither is a delivery, and nobody asks again.
    return settle(order, "delivered" if code in ("000", "099") else "failed")


def settle(order, state):
    with lock:
        if state in ("failed", "reversed"):  # Mistake: it does not ask whether the money is back already.
            wallets[order["user"]] += order["price"]
        order["state"] = state
    return order


def hear(body):
    """Mistake: VTpass signs nothing, so that this may be anybody's word."""
    data = body["data"]
    order = by_vtpass_id.get(data["requestId"])
    if order is not None:
        settle(order, data["content"]["transactions"]["status"])


class Api(BaseHTTPRequestHandler):
    def do_GET(self):
        url = urllib.parse.urlsplit(self.path)
        user = urllib.parse.parse_qs(url.query).get("user", [""])[0]
        if url.path == "/wallet":
            self.say(200, {"kobo": wallets.get(user, 0)})
        else:
            self.say(200, [order for order in list(orders.values()) if order["user"] == user])

    def do_POST(self):
        try:
            body = json.loads(self.rfile.read(int(self.headers.get("content-length", 0))))
            if self.path == "/topup":
                with lock:
                    wallets[body["user"]] = wallets.get(body["user"], 0) + body["kobo"]
                self.say(200, {})
            elif self.path == "/orders":
                self.say(200, buy(body["user"], body["ref"], body["service"], body["plan"], body["phone"]))
            else:
                hear(body)
                self.say(200, {"response": "success"})
        except Exception as error:
            self.say(500, {"why": str(error)})

    def say(self, status, body):
        text = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, *_):
        pass


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1] if len(sys.argv) > 1 else "4060")), Api)
    print(f"http://127.0.0.1:{server.server_port}", flush=True)
    server.serve_forever()
