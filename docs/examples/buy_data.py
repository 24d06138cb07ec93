#!/usr/bin/env python3
"""Buys data from VTpass, meets a pending purchase, requeries it, and reads the balance.

Needs nothing but Python 3. Talks to the simulator at its default address; the variables below point it elsewhere.
"""
import datetime
import json
import os
import secrets
import urllib.error
import urllib.request

BASE_URL = os.environ.get("VTPASS_BASE_URL", "http://127.0.0.1:4040/api")
API_KEY = os.environ.get("VTPASS_API_KEY", "sim-api-key")
PUBLIC_KEY = os.environ.get("VTPASS_PUBLIC_KEY", "PK_sim_public_key")
SECRET_KEY = os.environ.get("VTPASS_SECRET_KEY", "SK_sim_secret_key")
LAGOS = datetime.timezone(datetime.timedelta(hours=1))


def call(method, path, body=None):
    """Returns VTpass's answer; VTpass says more in the body than in the HTTP status."""
    key = {"public-key": PUBLIC_KEY} if method == "GET" else {"secret-key": SECRET_KEY}
    request = urllib.request.Request(
        f"{BASE_URL}/{path}",
        method=method,
        headers={"api-key": API_KEY, "content-type": "application/json", **key},
        data=None if body is None else json.dumps(body).encode(),
    )
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as error:
        return json.load(error)


def request_id():
    """Today's date and minute in Lagos, and enough chance that nobody guesses it."""
    return datetime.datetime.now(LAGOS).strftime("%Y%m%d%H%M") + secrets.token_hex(8)


def buy(phone, plan):
    """Buys a data plan and says what is known of it. Silence is unknown: requery before you believe anything."""
    purchase = request_id()
    fields = {
        "request_id": purchase,
        "serviceID": "mtn-data",
        "billersCode": phone,
        "variation_code": plan["variation_code"],
        "phone": phone,
    }
    try:
        answer = call("POST", "pay", fields)
    except (OSError, ValueError):
        print(f"  {phone}: no answer to the purchase")
        answer = None
    status = status_of(answer)
    print(f"  {phone}: {status}")
    if status == "unknown":
        status = status_of(call("POST", "requery", {"request_id": purchase}))
        print(f"  {phone}: {status} after a requery of {purchase}")
    return status


def status_of(answer):
    code = (answer or {}).get("code")
    if code == "000" and answer["content"]["transactions"]["status"] == "delivered":
        return "delivered"
    return "failed" if code == "016" else "unknown"


def balance():
    return call("GET", "balance")["contents"]["balance"]


def main():
    plans = call("GET", "service-variations?serviceID=mtn-data")["content"]["variations"]
    plan = plans[0]
    print(f"{len(plans)} plans; the first is {plan['name']}, N{plan['variation_amount']}")
    print(f"balance before: N{balance():,.2f}")
    buy("08011111111", plan)
    buy("201000000000", plan)
    print(f"balance after:  N{balance():,.2f}")


if __name__ == "__main__":
    main()
