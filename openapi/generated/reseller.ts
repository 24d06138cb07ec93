// Made from openapi/reseller.yaml by: npm run generate

export interface paths {
    "/api/v1/vtpass/data/service-ids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the providers
         * @description The services of a category, as VTpass lists them. The list is kept for a while. When VTpass cannot be asked, the
         *     kept one is served with a `warning` (ours).
         */
        get: operations["dataServiceIds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vtpass/data/variation-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the plans of a provider
         * @description The plans with what you pay for them. Below ₦300 that is VTpass's price. From there a markup is added, by the kind
         *     of customer, and the sum is rounded down to a whole naira. (ours) It never falls below VTpass's price: then it is
         *     rounded up. What is shown is what is charged.
         *
         *     (ours) Where VTpass lists a code twice, the first is sold. The list is kept for a while, and renewed when VTpass
         *     says that it changed. When VTpass cannot be asked, the kept one is served with a `warning`.
         */
        get: operations["dataVariationCodes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vtpass/data/purchase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Buy a plan
         * @description Takes the price from the wallets at once, asks VTpass once, and answers what became of it. With `use_cashback` the
         *     cashback wallet pays first, the main wallet the rest.
         */
        post: operations["dataPurchase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vtpass/data/query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask what became of a purchase
         * @description What is known of the purchase. (ours) One that is still processing is looked up at VTpass first, unless that has
         *     just been done. When VTpass does not tell, the answer is what was known before. Only data is found here.
         */
        post: operations["dataQuery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vtpass/data/transactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List your purchases
         * @description (ours) Your purchases of data, airtime and TV, the latest first.
         */
        get: operations["listTransactions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vtpass/data/transactions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the purchase. Anything else, or another customer's, is 404. */
                id: components["parameters"]["PurchaseId"];
            };
            cookie?: never;
        };
        /**
         * Read one purchase, every kobo explained
         * @description (ours) A purchase and all that happened to it, in order: which money moved, what VTpass was asked and answered, what
         *     webhooks came, and what was sent to your own webhook.
         */
        get: operations["getTransaction"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vtpass/airtime/service-ids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the networks
         * @description (ours) The networks that are sold here, as VTpass lists them: with the least and the most that can be bought. When
         *     VTpass cannot be asked, the kept list is served with a `warning`.
         */
        get: operations["airtimeServiceIds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vtpass/airtime/purchase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Buy airtime
         * @description (ours) Like a plan. The price is `amount`, within the limits of the network in `service-ids`, and `phone` is topped
         *     up. It earns no cashback.
         */
        post: operations["airtimePurchase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vtpass/airtime/query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask what became of a purchase of airtime
         * @description (ours) As for data. Only airtime is found here.
         */
        post: operations["airtimeQuery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vtpass/tv/service-ids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the providers of TV
         * @description (ours) The providers that are sold here, as VTpass lists them. When VTpass cannot be asked, the kept list is served
         *     with a `warning`.
         */
        get: operations["tvServiceIds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vtpass/tv/variation-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the bouquets of a provider
         * @description (ours) The bouquets at VTpass's prices. They have no categories. When VTpass cannot be asked, the kept list is served
         *     with a `warning`.
         */
        get: operations["tvVariationCodes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vtpass/tv/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask whose smartcard it is
         * @description (ours) Names the owner of a smartcard, and what a renewal costs where VTpass says so.
         */
        post: operations["tvVerify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vtpass/tv/purchase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change or renew a subscription
         * @description (ours) Like a plan. A change costs the price of the bouquet in `variation_code`. A renewal costs what VTpass names
         *     when the smartcard is verified. The reseller verifies it again before the purchase. It earns no cashback.
         */
        post: operations["tvPurchase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vtpass/tv/query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask what became of a purchase of TV
         * @description (ours) As for data. Only TV is found here.
         */
        post: operations["tvQuery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vtpass/webhook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hear from VTpass
         * @description VTpass's callback URL. VTpass signs nothing, so what comes is a hint, and no proof: a `transaction-update` makes the
         *     reseller ask VTpass about that purchase, a `variations-update` makes it fetch the plans again. Whatever comes is
         *     kept before it is acknowledged, even if it is neither.
         */
        post: operations["vtpassWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read where you are told of changes
         * @description (ours) The address, and how it goes. The secret is not shown again.
         */
        get: operations["getWebhook"];
        /**
         * Say where to tell you of changes
         * @description (ours) From then on you are told of every purchase that is settled or reversed: `webhooks` below. With the first
         *     address comes the secret that signs. Keep it: it is not shown again. A new address keeps the secret, and gets what
         *     still waits.
         *
         *     Nothing is sent to an address that only the reseller's own network can reach, unless the operator allows it.
         */
        put: operations["setWebhook"];
        post?: never;
        /**
         * Be told no more
         * @description (ours) What still waits is not sent either. The secret is gone.
         */
        delete: operations["removeWebhook"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhook/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change the secret
         * @description (ours) A new secret, which is not shown again. For a day the old one signs as well: messages then have two
         *     signatures, of which one must match.
         */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhook/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send yourself a test message
         * @description (ours) Sends `{"type": "webhook.test", "timestamp": …, "data": {}}`, signed like any other, once and now, and answers
         *     what came of it. It is not in the delivery log.
         */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhook/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what was sent to you
         * @description (ours) Every attempt to tell you of a purchase, and what came of it, the latest first.
         */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wallet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read your balances
         * @description (ours) What you can spend, and what is held for purchases that are still processing.
         */
        get: operations["getWallet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wallet/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the lines of your wallets
         * @description (ours) Every line with the balance before and after it, the latest first. A refund is a line of its own.
         */
        get: operations["listWalletEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wallet/fund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pay money into a customer's main wallet
         * @description (ours) The payment's own reference names it. The same payment again counts once.
         */
        post: operations["fundWallet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/purchases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the purchases in one state
         * @description (ours) Purchases of all customers, the oldest first. `unknown` are those in doubt, `review` those that a person must
         *     look at.
         */
        get: operations["listPurchases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/purchases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the purchase. Anything else, or another customer's, is 404. */
                id: components["parameters"]["PurchaseId"];
            };
            cookie?: never;
        };
        /**
         * Read any purchase and its timeline
         * @description (ours) What a person has to know before saying what became of it. The timeline has what the customer's has, and
         *     beside it names, notes, bodies and alerts.
         */
        get: operations["getPurchase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/purchases/{id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the purchase. Anything else, or another customer's, is 404. */
                id: components["parameters"]["PurchaseId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say what has become of a purchase in doubt
         * @description (ours) Two persons must say the same, each with a token of their own. The first proposes, the second confirms. Then it
         *     is settled: delivered, or failed and refunded. Whoever says otherwise makes a new proposal.
         */
        post: operations["resolvePurchase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the open alerts
         * @description (ours) Alerts that nobody has acknowledged, the latest first. The same trouble again counts one up.
         */
        get: operations["listAlerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/alerts/{id}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the alert. */
                id: number;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Acknowledge an alert
         * @description (ours) It is off the list. The same trouble after this is a new alert.
         */
        post: operations["acknowledgeAlert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/profit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what was earned in a time
         * @description (ours) Of the purchases that were delivered from `from` on and before `until`. One that was reversed since is none
         *     of them. Cashback and losses count at their own time.
         */
        get: operations["getProfit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/reconciliation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hold the ledger against VTpass's balance
         * @description (ours) Asks VTpass for the balance now. When VTpass does not tell, what depends on it is null.
         */
        get: operations["getReconciliation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/float": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Book money that was brought to VTpass
         * @description (ours) A top-up of the wallet at VTpass, or, below zero, what VTpass took or gave back outside of any purchase. The
         *     reference names it. The same again counts once.
         */
        post: operations["adjustFloat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the metrics
         * @description (ours) In the text format of Prometheus, which sends the token from a `credentials_file`. Money is in kobo. What is
         *     read from the database is the same from every process on it; the rest is of this process.
         *
         *     | metric | of what |
         *     | --- | --- |
         *     | `reseller_http_request_duration_seconds` | requests, by `method`, `route` and `status` |
         *     | `reseller_vtpass_call_duration_seconds` | calls to VTpass, by `call` and `outcome` |
         *     | `reseller_webhooks_received_total` | VTpass's webhooks, by what they are `about` |
         *     | `reseller_purchases` | all purchases, by `kind` and `state`; at most a minute old |
         *     | `reseller_open_purchases`, `reseller_oldest_open_purchase_age_seconds` | by `state`; `unknown` and `review` are in doubt |
         *     | `reseller_held_kobo` | what is held for them |
         *     | `reseller_ledger_float_kobo` | the money at VTpass by the ledger; at most a minute old |
         *     | `reseller_vtpass_balance_kobo`, `reseller_vtpass_balance_timestamp_seconds` | what VTpass said last, and when |
         *     | `reseller_notices_due`, `reseller_alerts_open` | what waits for customers' webhooks, and for a person |
         *     | `reseller_invariant_violations`, `reseller_invariants_checked_timestamp_seconds` | the hourly check of the ledger; 0 is right |
         *     | `reseller_worker_rounds_failed_total` | rounds of the background service that failed, by `job` |
         *     | `reseller_database_up` | whether the database answered; what is read from it is left out where it did not |
         */
        get: operations["metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell whether the process is alive
         * @description (ours) It looks at nothing else.
         */
        get: operations["health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell whether it can take requests
         * @description (ours) The database answers, its migrations are applied, and the process is not stopping.
         */
        get: operations["ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    transaction: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A purchase was settled or reversed
         * @description (ours) Sent to the customer's own webhook, where one is configured. Signed in the Standard Webhooks manner: check the
         *     signature, and refuse a message whose timestamp is more than five minutes off. Any 2xx within fifteen seconds
         *     acknowledges it. Anything else, a redirect included, and it is sent again, later and later: ten times in three days. The same message can come twice, and two messages in any
         *     order: `webhook-id` tells them apart. What was bought, such as a PIN, is in the answer to a query.
         */
        post: operations["transactionChanged"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        /** @description The body of every error but one. */
        Error: {
            /** @description The HTTP status. */
            statusCode: number;
            /** @description What is wrong, for people. */
            message: string;
            /** @description What the HTTP status means. */
            error: string;
        };
        /**
         * @example {
         *       "statusCode": 400,
         *       "message": "limit must be a whole number from 1 to 200",
         *       "error": "Bad Request"
         *     }
         */
        BadRequest: components["schemas"]["Error"] & {
            /** @constant */
            statusCode?: 400;
            /** @constant */
            error?: "Bad Request";
        };
        /**
         * @example {
         *       "statusCode": 401,
         *       "message": "the token has expired",
         *       "error": "Unauthorized"
         *     }
         */
        Unauthorized: components["schemas"]["Error"] & {
            /** @constant */
            statusCode?: 401;
            /** @constant */
            error?: "Unauthorized";
        };
        /**
         * @example {
         *       "statusCode": 404,
         *       "message": "No such purchase",
         *       "error": "Not Found"
         *     }
         */
        NotFound: components["schemas"]["Error"] & {
            /** @constant */
            statusCode?: 404;
            /** @constant */
            error?: "Not Found";
        };
        /**
         * @example {
         *       "statusCode": 409,
         *       "message": "reference BANK-20260127-0001 was used for another payment",
         *       "error": "Conflict"
         *     }
         */
        Conflict: components["schemas"]["Error"] & {
            /** @constant */
            statusCode?: 409;
            /** @constant */
            error?: "Conflict";
        };
        /**
         * @example {
         *       "statusCode": 413,
         *       "message": "The body is too large",
         *       "error": "Payload Too Large"
         *     }
         */
        PayloadTooLarge: components["schemas"]["Error"] & {
            /** @constant */
            statusCode?: 413;
            /** @constant */
            error?: "Payload Too Large";
        };
        /**
         * @example {
         *       "statusCode": 429,
         *       "message": "Too many requests",
         *       "error": "Too Many Requests"
         *     }
         */
        TooManyRequests: components["schemas"]["Error"] & {
            /** @constant */
            statusCode?: 429;
            /** @constant */
            error?: "Too Many Requests";
        };
        /**
         * @example {
         *       "statusCode": 503,
         *       "message": "VTpass cannot be reached. Nothing was charged",
         *       "error": "Service Unavailable"
         *     }
         */
        ServiceUnavailable: components["schemas"]["Error"] & {
            /** @constant */
            statusCode?: 503;
            /** @constant */
            error?: "Service Unavailable";
        };
        /**
         * Format: date-time
         * @description In UTC.
         */
        Moment: string;
        /** @description Naira, with at most two decimals. */
        Naira: number;
        /** @description Naira, with at most two decimals. Below zero where it became less. */
        NairaChange: number;
        /** @description Naira, with at most two decimals. */
        PositiveNaira: number;
        /** @description The `cursor` of the next page. null on the last one. */
        Next: string | null;
        /** @description 1 to 100 printable ASCII characters. */
        RequestId: string;
        /** @description 1 to 100 printable ASCII characters. It names the payment. */
        Reference: string;
        /** @description (ours) Only when VTpass cannot be asked, and what was kept is served: that it may be out of date, and of when it is. */
        StaleWarning: string;
        /** @enum {string} */
        DataServiceID: "mtn-data" | "airtel-data" | "glo-data" | "etisalat-data" | "smile-direct" | "spectranet" | "glo-sme-data";
        /** @enum {string} */
        AirtimeServiceID: "mtn" | "glo" | "airtel" | "etisalat";
        /** @enum {string} */
        TvServiceID: "gotv";
        ServiceIds: {
            /** @constant */
            success: true;
            /** @constant */
            message: "Service IDs retrieved successfully";
            data: components["schemas"]["Service"][];
            warning?: components["schemas"]["StaleWarning"];
        };
        /** @description A service as VTpass lists it. (ours) What VTpass leaves out is null. */
        Service: {
            serviceID: string;
            name: string;
            minimium_amount: string | number | null;
            maximum_amount: string | number | null;
            /** @description Such as `0 %` or `N0`. */
            convinience_fee: string | number | null;
            /** @description `fix` has prices of its own, `flexible` takes any amount. */
            product_type: string | null;
            image: string | null;
        };
        Variation: {
            /** @description Case counts. */
            variation_code: string;
            name: string;
            /** @description What you pay. `0.00` takes an `amount` of your choice (ours). */
            variation_amount: string;
            /** @description What VTpass asks for it. */
            vtpass_amount: string;
            /** @description `Yes` or `No`, as VTpass says. */
            fixedPrice: string;
        };
        DataVariationCodes: {
            /** @constant */
            success: true;
            /** @description `Variation codes retrieved successfully for` and the serviceID. */
            message: string;
            data: {
                ServiceName: string;
                serviceID: components["schemas"]["DataServiceID"];
                /** @description Such as `0 %` or `N0`. */
                convinience_fee: string;
                counts: components["schemas"]["PlanCounts"];
                /** @description Every plan, in VTpass's order. */
                variations: components["schemas"]["Variation"][];
                variations_categorized: components["schemas"]["PlansByCategory"];
            };
            warning?: components["schemas"]["StaleWarning"];
        };
        /** @description How many plans there are in each category. `All` and `total` are the number of all. */
        PlanCounts: {
            All: number;
            Daily: number;
            Weekly: number;
            Monthly: number;
            Night: number;
            Weekend: number;
            Social: number;
            SME: number;
            Hynetflex: number;
            "Broadband router": number;
            Others: number;
            total: number;
        };
        /** @description Every plan, in exactly one category. (ours) All ten are there, the empty ones too. */
        PlansByCategory: {
            Daily: components["schemas"]["PlansOfCategory"];
            Weekly: components["schemas"]["PlansOfCategory"];
            Monthly: components["schemas"]["PlansOfCategory"];
            Night: components["schemas"]["PlansOfCategory"];
            Weekend: components["schemas"]["PlansOfCategory"];
            Social: components["schemas"]["PlansOfCategory"];
            SME: components["schemas"]["PlansOfCategory"];
            Hynetflex: components["schemas"]["PlansOfCategory"];
            "Broadband router": components["schemas"]["PlansOfCategory"];
            Others: components["schemas"]["PlansOfCategory"];
        };
        PlansOfCategory: {
            count: number;
            variations: components["schemas"]["Variation"][];
        };
        TvVariationCodes: {
            /** @constant */
            success: true;
            /** @description `Variation codes retrieved successfully for` and the serviceID. */
            message: string;
            data: {
                ServiceName: string;
                serviceID: components["schemas"]["TvServiceID"];
                /** @description Such as `0 %` or `N0`. */
                convinience_fee: string;
                /** @description Every bouquet, in VTpass's order. */
                variations: components["schemas"]["Variation"][];
            };
            warning?: components["schemas"]["StaleWarning"];
        };
        TvVerify: {
            serviceID: components["schemas"]["TvServiceID"];
            /** @description The number of the smartcard, of 5 to 15 digits. */
            billersCode: string;
        };
        TvVerified: {
            /** @constant */
            success: true;
            /** @constant */
            message: "Smartcard verified successfully";
            /** @description VTpass's `content`, in its spelling. It may have more keys. */
            data: {
                /** @description Empty where VTpass knows the number without a name. */
                Customer_Name: string;
                Status?: string;
                Due_Date?: string;
                Customer_Number?: string;
                Customer_Type?: string;
                Current_Bouquet?: string;
                /** @description What a renewal costs. Only where VTpass says it. */
                Renewal_Amount?: number;
            } & {
                [key: string]: unknown;
            };
        };
        DataPurchase: {
            serviceID: components["schemas"]["DataServiceID"];
            /**
             * @description Who gets the data. A phone number of 11 digits, with its leading zero. (ours) Smile takes the number of an
             *     account. VTpass's own test numbers are taken where they are switched on.
             */
            billersCode: string;
            /** @description The plan, as `variation-codes` has it. Case counts. */
            variation_code: string;
            /**
             * @description Naira. It is never the price: (ours) if it is sent and is not the plan's `variation_amount`, the answer is 409.
             *     A plan whose price is `0.00` takes it as the price, within the limits of the service.
             */
            amount?: number;
            /** @description The customer's phone number, of 11 digits. Without it, the one that the customer registered. */
            phone?: string;
            request_id?: components["schemas"]["RequestId"];
            /** @description Whether the cashback wallet pays first. Without it, it does not. */
            use_cashback?: boolean;
        };
        AirtimePurchase: {
            serviceID: components["schemas"]["AirtimeServiceID"];
            /**
             * @description The phone number that is topped up, of 11 digits, with its leading zero. VTpass's own test numbers are taken where
             *     they are switched on.
             */
            phone: string;
            amount: components["schemas"]["PositiveNaira"];
            request_id?: components["schemas"]["RequestId"];
            /** @description Whether the cashback wallet pays first. Without it, it does not. */
            use_cashback?: boolean;
        };
        TvPurchase: {
            serviceID: components["schemas"]["TvServiceID"];
            /** @description The number of the smartcard, of 5 to 15 digits. */
            billersCode: string;
            /**
             * @description `change` takes another bouquet, `renew` keeps the one of the card.
             * @enum {string}
             */
            subscription_type: "change" | "renew";
            /** @description The bouquet. To change, it must be there. To renew, it is ignored. Case counts. */
            variation_code?: string;
            /** @description Naira. It is never the price. If it is sent and differs from the price, the answer is 409. */
            amount?: number;
            /** @description The customer's phone number, of 11 digits. Without it, the one that the customer registered. */
            phone?: string;
            request_id?: components["schemas"]["RequestId"];
            /** @description Whether the cashback wallet pays first. Without it, it does not. */
            use_cashback?: boolean;
        };
        DataDelivered: {
            /** @constant */
            success: true;
            /** @constant */
            message: "Data purchase successful";
            data: components["schemas"]["Delivered"];
        };
        AirtimeDelivered: {
            /** @constant */
            success: true;
            /** @constant */
            message: "Airtime purchase successful";
            data: components["schemas"]["Delivered"];
        };
        TvDelivered: {
            /** @constant */
            success: true;
            /** @constant */
            message: "TV purchase successful";
            data: components["schemas"]["Delivered"];
        };
        Delivered: {
            id: components["schemas"]["TransactionId"];
            /** @constant */
            code: "000";
            /** @description Such as `TRANSACTION SUCCESSFUL`. */
            response_description: string;
            /**
             * @description VTpass's, with `unit_price` and `amount` replaced by what you paid. (ours) Where VTpass did not say it, what is
             *     required here is said all the same.
             */
            content: {
                transactions: components["schemas"]["PaidTransaction"];
            } & {
                [key: string]: unknown;
            };
            /** @description Your `request_id`, or the one that was made for you. */
            requestId: string;
            amount: components["schemas"]["Naira"];
            transaction_date: components["schemas"]["TransactionDate"];
            purchased_code?: components["schemas"]["PurchasedCode"];
            cards?: components["schemas"]["Cards"];
        };
        /** @description VTpass's other keys may stand here too. (ours) `email` and `phone` never do: they are the reseller's own. */
        PaidTransaction: {
            /** @constant */
            status: "delivered";
            product_name: string;
            /** @description Whom it was for. */
            unique_element: string;
            /** @description What you paid. A string here, a number in the answer to a query. */
            unit_price: string;
            quantity: number;
            /** @description What you paid, as `unit_price`. */
            amount: string;
            /** @description VTpass's figure, with as many decimals as VTpass gives it. */
            commission?: number;
            /** @description VTpass's figure, as `commission`. */
            total_amount?: number;
            /** @description VTpass's. */
            transactionId?: string;
            commission_details?: components["schemas"]["CommissionDetails"];
            email?: never;
            phone?: never;
        } & {
            [key: string]: unknown;
        };
        Processing: {
            /** @constant */
            success: true;
            /** @constant */
            message: "Transaction is being processed";
            data: {
                id: components["schemas"]["TransactionId"];
                /**
                 * @description `099` where VTpass said that. `000` where it said anything else, or nothing.
                 * @enum {string}
                 */
                code: "000" | "099";
                /** @constant */
                response_description: "TRANSACTION IS PROCESSING";
                /** @constant */
                status: "processing";
                /** @constant */
                message: "Transaction is being processed. Status will be updated via webhook.";
                /** @description Your `request_id`, or the one that was made for you. */
                requestId: string;
                amount: components["schemas"]["Naira"];
            };
        };
        /** @description The purchase was asked for before, and VTpass has not told yet. It is not sent again. */
        StillProcessing: {
            /** @constant */
            success: false;
            /** @constant */
            message: "Transaction is still processing";
            data: {
                requestId: string;
                /** @constant */
                status: "pending";
                /** @description VTpass's `transactionId`, where it is known. */
                transaction_number: string | null;
            };
        };
        /**
         * @description The messages are the document's. `Transaction failed with code: ` comes with VTpass's code, and `016` (ours) where
         *     VTpass gave none: nothing could be sent, or two persons decided. Code 028 has VTpass's words. Of what failed, the money
         *     is back. Messages about a field that is not as described here are ours.
         */
        PurchaseRefusal: components["schemas"]["BadRequest"] | components["schemas"]["StillProcessing"];
        Query: {
            /** @description The one of the purchase, yours or the one that was made for you. */
            request_id: string;
        };
        QueryAnswer: {
            /**
             * @description That the status was found, whatever it is.
             * @constant
             */
            success: true;
            /** @constant */
            message: "Transaction status retrieved successfully";
            data: {
                /** @description VTpass's words. */
                response_description: string;
                /**
                 * @description `000` delivered, or pending. `099` processing, (ours) and where VTpass has said nothing yet. `016` failed, or
                 *     the code that VTpass refused it with. `040` reversed.
                 */
                code: string;
                /**
                 * @description VTpass's, with `unit_price` and `amount` replaced by what you paid. (ours) Where VTpass did not say it, what
                 *     is required here is said all the same.
                 */
                content: {
                    transactions: components["schemas"]["QueriedTransaction"];
                } & {
                    [key: string]: unknown;
                };
                requestId: string;
                amount: components["schemas"]["Naira"];
                transaction_date: components["schemas"]["TransactionDate"];
                purchased_code?: components["schemas"]["PurchasedCode"];
                cards?: components["schemas"]["Cards"];
            };
        };
        /** @description VTpass's other keys may stand here too. (ours) `email` and `phone` never do: they are the reseller's own. */
        QueriedTransaction: {
            /** @enum {string} */
            status: "initiated" | "pending" | "delivered" | "failed" | "reversed";
            product_name: string;
            /** @description Whom it was for. */
            unique_element: string;
            unit_price: components["schemas"]["Naira"];
            quantity: number;
            amount: components["schemas"]["Naira"];
            /** @description VTpass's figure, with as many decimals as VTpass gives it. */
            commission?: number;
            /** @description VTpass's figure, as `commission`. */
            total_amount?: number;
            /** @description VTpass's. */
            transactionId?: string;
            commission_details?: components["schemas"]["CommissionDetails"];
            email?: never;
            phone?: never;
        } & {
            [key: string]: unknown;
        };
        /** @description Of the purchase here. A UUID. */
        TransactionId: string;
        /**
         * @description In UTC, with microseconds. (ours) Where VTpass has another form, or none, it is the moment of the purchase in this
         *     form.
         */
        TransactionDate: string;
        /** @description VTpass's. */
        CommissionDetails: {
            amount?: number | null;
            rate?: string;
            rate_type?: string;
            computation_type?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description (ours) What was bought, such as `PIN: 08999186, S/N:81560189`. Only where there is such a thing. */
        PurchasedCode: string;
        /** @description (ours) The PINs of Spectranet, as VTpass gives them. Only where there are any. */
        Cards: ({
            serialNumber?: string;
            pin?: string;
            expiresOn?: string;
            value?: number | string;
        } & {
            [key: string]: unknown;
        })[];
        /** @enum {string} */
        ProductKind: "data" | "airtime" | "tv";
        /** @enum {string} */
        TransactionStatus: "pending" | "delivered" | "failed" | "reversed";
        /** @description A purchase, as its customer sees it. */
        Transaction: {
            id: components["schemas"]["TransactionId"];
            requestId: string;
            status: components["schemas"]["TransactionStatus"];
            /** @description VTpass's last code. null where it has given none. */
            code: string | null;
            kind: components["schemas"]["ProductKind"];
            serviceID: string;
            /** @description null of airtime, and of a renewal. */
            variation_code: string | null;
            /** @description Of the plan, the bouquet or the network. */
            name: string;
            /** @description The phone, account or smartcard that it was for. */
            recipient: string;
            phone: string;
            /** @description Of TV alone. */
            subscription_type: ("change" | "renew") | null;
            /** @description The price. `paidMain` and `paidCashback` together. */
            amount: number;
            paidMain: components["schemas"]["Naira"];
            paidCashback: components["schemas"]["Naira"];
            /** @description The cashback that the delivery gave. */
            earned: number;
            /** @description VTpass's. */
            transactionId: string | null;
            openedAt: components["schemas"]["Moment"];
            /**
             * Format: date-time
             * @description When it was delivered, or failed.
             */
            settledAt: string | null;
            /** Format: date-time */
            reversedAt: string | null;
        };
        TransactionPage: {
            /** @constant */
            success: true;
            /** @constant */
            message: "Transactions retrieved successfully";
            data: {
                items: components["schemas"]["Transaction"][];
                next: components["schemas"]["Next"];
            };
        };
        TransactionTimeline: {
            /** @constant */
            success: true;
            /** @constant */
            message: "Transaction retrieved successfully";
            data: {
                transaction: components["schemas"]["Transaction"];
                /** @description In the order in which it happened. What VTpass said stands before the money that it moved. */
                timeline: components["schemas"]["Happening"][];
            };
        };
        /** @description One thing that happened to a purchase. `what` says which kind it is. */
        Happening: components["schemas"]["MoneyMoved"] | components["schemas"]["VtpassAsked"] | components["schemas"]["WebhookCame"] | components["schemas"]["NoticeQueued"] | components["schemas"]["NoticeSent"] | components["schemas"]["PersonSpoke"];
        /** @description What the customer sees of a purchase, and the alerts. */
        OperatorHappening: components["schemas"]["MoneyMoved"] | components["schemas"]["VtpassAsked"] | components["schemas"]["WebhookCame"] | components["schemas"]["NoticeQueued"] | components["schemas"]["NoticeSent"] | components["schemas"]["PersonSpoke"] | components["schemas"]["AlertRaised"];
        /** @description A line of the ledger. Where one side is a wallet of the customer, it has that wallet's balances. */
        MoneyMoved: {
            /** @constant */
            what: "transfer";
            at: components["schemas"]["Moment"];
            /**
             * @description | kind | what it is |
             *     | --- | --- |
             *     | `hold` | the price leaves the wallets, and waits |
             *     | `settle` | it was delivered: VTpass's part, and the reseller's |
             *     | `refund` | it failed: what waited is back in the wallets |
             *     | `reverse` | it was taken back: the price is back in the wallets |
             *     | `earn`, `take_back` | the cashback of the delivery, and its end on a reversal |
             *     | `loss`, `recover` | a delivery after the refund, at the reseller's cost, and its end |
             * @enum {string}
             */
            kind: "hold" | "settle" | "refund" | "reverse" | "earn" | "take_back" | "loss" | "recover";
            debit: components["schemas"]["LedgerAccount"];
            credit: components["schemas"]["LedgerAccount"];
            amount: components["schemas"]["Naira"];
            balanceBefore: number | null;
            balanceAfter: number | null;
            /** @description Who did it. Only the operator sees it. */
            actor?: string;
        };
        /**
         * @description `main` and `cashback` are the customer's wallets. `in_flight` is held, `float` is the money at VTpass, the others are
         *     the reseller's.
         * @enum {string}
         */
        LedgerAccount: "main" | "cashback" | "in_flight" | "float" | "bank" | "revenue" | "cashback_expense" | "loss";
        /** @description One request to VTpass, and what came of it. */
        VtpassAsked: {
            /** @constant */
            what: "attempt";
            /**
             * Format: date-time
             * @description When the answer was there, or the wait for it ended.
             */
            at: string;
            /** @enum {string} */
            call: "pay" | "requery";
            /** @description null where no answer came. */
            httpStatus: number | null;
            code: string | null;
            /** @description Of the transaction in the answer. */
            status: string | null;
            /**
             * @description `no-order`: VTpass does not know of it, or not yet. Once is no proof.
             * @enum {string}
             */
            learnt: "delivered" | "failed" | "reversed" | "no-order" | "unknown";
            tookMs: number;
            /** @description What VTpass said, or what went wrong. Only the operator sees it. */
            note?: string | null;
        };
        /** @description VTpass, or anybody, sent a webhook about it. */
        WebhookCame: {
            /** @constant */
            what: "webhook";
            at: components["schemas"]["Moment"];
            /** @description As it came. Only the operator sees it. */
            body?: string;
        };
        /** @description There is something to tell the customer's webhook. */
        NoticeQueued: {
            /** @constant */
            what: "notice";
            at: components["schemas"]["Moment"];
            /** @enum {string} */
            event: "delivered" | "failed" | "reversed";
        };
        /** @description One attempt to tell it. */
        NoticeSent: {
            /** @constant */
            what: "delivery";
            at: components["schemas"]["Moment"];
            url: string;
            /** @description null where no answer came. */
            httpStatus: number | null;
            /** @description What went wrong. */
            note: string | null;
        };
        /** @description A person said what has become of it. */
        PersonSpoke: {
            /** @constant */
            what: "review";
            at: components["schemas"]["Moment"];
            /** @enum {string} */
            outcome: "delivered" | "failed";
            /** @description Who. Only the operator sees it. */
            actor?: string;
            /** @description Why. Only the operator sees it. */
            reason?: string;
        };
        AlertRaised: {
            /** @constant */
            what: "alert";
            /**
             * Format: date-time
             * @description The first time.
             */
            at: string;
            kind: string;
            detail: string;
            times: number;
        };
        TransactionChanged: {
            /** @enum {string} */
            type: "transaction.delivered" | "transaction.failed" | "transaction.reversed";
            /**
             * Format: date-time
             * @description When it happened. The same at every attempt.
             */
            timestamp: string;
            data: {
                id: components["schemas"]["TransactionId"];
                requestId: string;
                /** @enum {string} */
                status: "delivered" | "failed" | "reversed";
                /** @description The price. */
                amount: number;
                /** @description What is back in the main wallet. 0 when it was delivered. */
                refundedMain: number;
                /**
                 * @description What is back in the cashback wallet. 0 when it was delivered. Cashback that the purchase had earned, and that
                 *     a reversal takes back, is a line of its own in the wallet.
                 */
                refundedCashback: number;
            };
        };
        OwnWebhook: {
            /** @constant */
            success: true;
            /** @constant */
            message: "Webhook retrieved successfully";
            data: {
                url: string;
                /** @description Attempts that failed, since one did not. As long as it is above 0, one message is tried at a time. */
                failures: number;
                /** @description Messages that were neither delivered nor given up. */
                waiting: number;
            };
        };
        WebhookSetting: {
            /**
             * @description Begins with `https://`, and holds no user and no password. On a reseller that allows private addresses,
             *     `http://` to its own machine is taken as well.
             */
            url: string;
        };
        WebhookSet: {
            /** @constant */
            success: true;
            /** @constant */
            message: "Webhook set successfully";
            data: {
                url: string;
                /** @description For Standard Webhooks' libraries. null where you have it already. */
                secret: string | null;
            };
        };
        WebhookRemoved: {
            /** @constant */
            success: true;
            /** @constant */
            message: "Webhook removed successfully";
            data: null;
        };
        WebhookSecret: {
            /** @constant */
            success: true;
            /** @constant */
            message: "Webhook secret changed successfully";
            data: {
                secret: string;
                /**
                 * Format: date-time
                 * @description Until then the old one signs as well.
                 */
                oldUntil: string;
            };
        };
        WebhookTested: {
            /** @constant */
            success: true;
            /** @constant */
            message: "Test message sent";
            data: {
                /** @description Its `webhook-id`. */
                id: string;
                /** @description Whether it was answered with a 2xx in time. */
                isAcknowledged: boolean;
                /** @description null where no answer came. */
                httpStatus: number | null;
                /** @description What went wrong. */
                note: string | null;
                tookMs: number;
            };
        };
        Delivery: {
            /** @description Larger than that of every attempt before it. */
            id: number;
            at: components["schemas"]["Moment"];
            /** @description The `webhook-id`. Attempts of one message share it. */
            message: string;
            /** @description The `id` of the purchase. */
            purchase: string;
            requestId: string;
            /** @enum {string} */
            event: "delivered" | "failed" | "reversed";
            url: string;
            /** @description Whether it was answered with a 2xx in time. If not, it is sent again, ten times in three days at the most. */
            isAcknowledged: boolean;
            /** @description null where no answer came. */
            httpStatus: number | null;
            /** @description What went wrong. */
            note: string | null;
            tookMs: number;
        };
        DeliveryPage: {
            /** @constant */
            success: true;
            /** @constant */
            message: "Webhook deliveries retrieved successfully";
            data: {
                items: components["schemas"]["Delivery"][];
                next: components["schemas"]["Next"];
            };
        };
        /** @description VTpass's page "Callback API Integration". Of all this the reseller uses one id. */
        VtpassWebhook: {
            /** @description `transaction-update` or `variations-update`. */
            type?: string;
            /** @description Of a `variations-update`. */
            serviceID?: string;
            /** @description Of a `transaction-update`, with the `requestId` that VTpass was given. */
            data?: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        /**
         * @example {
         *       "response": "success"
         *     }
         */
        Acknowledgement: {
            /** @constant */
            response: "success";
        };
        /** @enum {string} */
        WalletName: "main" | "cashback";
        WalletAnswer: {
            /** @constant */
            success: true;
            /** @constant */
            message: "Wallet retrieved successfully";
            data: {
                main: components["schemas"]["Naira"];
                cashback: components["schemas"]["Naira"];
                /** @description The price of what is still processing. It is in neither wallet. */
                held: number;
            };
        };
        WalletEntry: {
            /** @description Larger than that of every line before it. */
            id: number;
            at: components["schemas"]["Moment"];
            wallet: components["schemas"]["WalletName"];
            /**
             * @description Paid in, paid for a purchase, back from one that failed, back from one that was reversed, cashback earned, and
             *     cashback taken back on a reversal.
             * @enum {string}
             */
            kind: "fund" | "hold" | "refund" | "reverse" | "earn" | "take_back";
            amount: components["schemas"]["NairaChange"];
            balanceBefore: components["schemas"]["Naira"];
            balanceAfter: components["schemas"]["Naira"];
            /** @description 1 for the first line of the wallet, and so on without a gap. */
            version: number;
            /** @description The `id` of the purchase. */
            purchase: string | null;
            /** @description The `requestId` of the purchase. */
            requestId: string | null;
            /** @description Of the payment that was paid in. */
            reference: string | null;
        };
        WalletEntryPage: {
            /** @constant */
            success: true;
            /** @constant */
            message: "Wallet entries retrieved successfully";
            data: {
                items: components["schemas"]["WalletEntry"][];
                next: components["schemas"]["Next"];
            };
        };
        Funding: {
            /** @description The customer's id. */
            customer: string;
            amount: components["schemas"]["PositiveNaira"];
            reference: components["schemas"]["Reference"];
        };
        Funded: {
            /** @constant */
            success: true;
            /** @constant */
            message: "Wallet funded successfully";
            data: {
                customer: string;
                amount: components["schemas"]["Naira"];
                reference: string;
                /**
                 * @description `replay`: it was counted before, and has not been counted again.
                 * @enum {string}
                 */
                result: "funded" | "replay";
                /** @description What is in the main wallet now. */
                main: number;
            };
        };
        /**
         * @description `sending`: VTpass is being asked. `unknown`: it has not told. `review`: and for so long that a person must look.
         *     The customer sees these three as pending. The others are final.
         * @enum {string}
         */
        PurchaseState: "sending" | "unknown" | "review" | "delivered" | "failed" | "reversed";
        /** @description A purchase, as the operator sees it. */
        Purchase: {
            id: components["schemas"]["TransactionId"];
            customer: string;
            /** @description The customer's. */
            requestId: string;
            /** @description The request id that VTpass was given. */
            reference: string;
            state: components["schemas"]["PurchaseState"];
            /** @description VTpass's last code. null where it has given none. */
            code: string | null;
            kind: components["schemas"]["ProductKind"];
            serviceID: string;
            /** @description null of airtime, and of a renewal. */
            variation_code: string | null;
            /** @description Of the plan, the bouquet or the network. */
            name: string;
            recipient: string;
            phone: string;
            /** @description Of TV alone. */
            subscription_type: ("change" | "renew") | null;
            /** @description VTpass's price. */
            cost: number;
            /** @description What the customer pays. `paidMain` and `paidCashback` together. */
            price: number;
            paidMain: components["schemas"]["Naira"];
            paidCashback: components["schemas"]["Naira"];
            /** @description The cashback that the delivery gave. */
            earned: number;
            /** @description VTpass's total, rounded half up to the kobo. null until it is delivered. */
            charged: number | null;
            /** @description What a delivery after the refund costs the reseller. */
            lateLoss: number;
            /** @description VTpass's. */
            transactionId: string | null;
            /** @description How often VTpass was asked what became of it. */
            asked: number;
            openedAt: components["schemas"]["Moment"];
            /**
             * Format: date-time
             * @description When it came to be in its state.
             */
            changedAt: string;
            /**
             * Format: date-time
             * @description When it is looked at next. null where that is never.
             */
            wakeAt: string | null;
            /** Format: date-time */
            settledAt: string | null;
            /** Format: date-time */
            reversedAt: string | null;
        };
        PurchasePage: {
            /** @constant */
            success: true;
            /** @constant */
            message: "Purchases retrieved successfully";
            data: {
                items: components["schemas"]["Purchase"][];
                next: components["schemas"]["Next"];
            };
        };
        PurchaseTimeline: {
            /** @constant */
            success: true;
            /** @constant */
            message: "Purchase retrieved successfully";
            data: {
                purchase: components["schemas"]["Purchase"];
                /** @description In the order in which it happened. What VTpass said stands before the money that it moved. */
                timeline: components["schemas"]["OperatorHappening"][];
            };
        };
        Resolving: {
            /**
             * @description `failed` is refunded.
             * @enum {string}
             */
            outcome: "delivered" | "failed";
            /** @description How one knows. */
            reason: string;
        };
        Resolved: {
            /** @constant */
            success: true;
            /** @enum {string} */
            message: "Another person must confirm" | "Purchase resolved successfully";
            data: {
                /**
                 * @description `proposed`: the first to say so. `repeated`: the same person said so before, and nothing has changed.
                 *     `resolved`: the second person to say so.
                 * @enum {string}
                 */
                result: "proposed" | "repeated" | "resolved";
                purchase: components["schemas"]["Purchase"];
            };
        };
        Alert: {
            id: number;
            /** @description Such as `credentials`, `low-float`, `in-doubt`, `delivered-after-refund`, `invariant`. */
            kind: string;
            /** @description What it is about, such as `vtpass` or a purchase's `id`. */
            subject: string;
            /** @description The `id` of the purchase, where it is about one. */
            purchase: string | null;
            detail: string;
            /** @description How often it has come. */
            times: number;
            firstAt: components["schemas"]["Moment"];
            lastAt: components["schemas"]["Moment"];
        };
        AlertList: {
            /** @constant */
            success: true;
            /** @constant */
            message: "Alerts retrieved successfully";
            data: {
                items: components["schemas"]["Alert"][];
            };
        };
        AlertAcknowledged: {
            /** @constant */
            success: true;
            /** @constant */
            message: "Alert acknowledged successfully";
            data: {
                id: number;
            };
        };
        ProfitAnswer: {
            /** @constant */
            success: true;
            /** @constant */
            message: "Profit retrieved successfully";
            data: {
                from: components["schemas"]["Moment"];
                until: components["schemas"]["Moment"];
                deliveries: number;
                /** @description What customers paid. */
                sales: number;
                /** @description VTpass's prices. */
                cost: number;
                /** @description `cost` less what VTpass charged. */
                commission: number;
                /** @description `sales` less `cost`. */
                markup: number;
                /** @description What was given, less what was taken back. */
                cashback: number;
                /** @description What was delivered after its refund, less what VTpass gave back. */
                loss: number;
                /** @description `commission` and `markup`, less `cashback` and `loss`. */
                profit: number;
            };
        };
        ReconciliationAnswer: {
            /** @constant */
            success: true;
            /** @constant */
            message: "Reconciliation retrieved successfully";
            data: {
                at: components["schemas"]["Moment"];
                /** @description What the ledger says that there is at VTpass. */
                ledger: number;
                /** @description What VTpass says, rounded half up to the kobo. */
                vtpass: number | null;
                /** @description `vtpass` less `ledger`. */
                difference: number | null;
                /**
                 * @description What is held for open purchases: the part that may explain the difference, since VTpass may have taken their cost
                 *     already.
                 */
                inFlight: number;
                /** @description How many purchases are open. */
                open: number;
                /**
                 * @description Whether the difference is no more than open purchases and rounding to the kobo can explain. What is settled
                 *     while VTpass is asked is allowed for.
                 */
                isExplained: boolean | null;
            };
        };
        FloatAdjustment: {
            /** @description Naira, with at most two decimals. Not 0. Below zero where it left VTpass. */
            amount: number;
            reference: components["schemas"]["Reference"];
            note: string;
        };
        FloatAdjusted: {
            /** @constant */
            success: true;
            /** @constant */
            message: "Float adjusted successfully";
            data: {
                amount: components["schemas"]["NairaChange"];
                reference: string;
                /**
                 * @description `replay`: it was counted before, and has not been counted again.
                 * @enum {string}
                 */
                result: "adjusted" | "replay";
            };
        };
        /**
         * @example {
         *       "status": "ok",
         *       "version": "0.1.0"
         *     }
         */
        Health: {
            /** @constant */
            status: "ok";
            /** @description The version of the reseller. */
            version: string;
        };
        /**
         * @example {
         *       "status": "ready"
         *     }
         */
        Ready: {
            /** @constant */
            status: "ready";
        };
    };
    responses: {
        /** @description The request is not as described here. */
        BadRequest: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["BadRequest"];
            };
        };
        /** @description You have no such purchase, or the request is not as described here. */
        UnknownRequestId: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["BadRequest"];
            };
        };
        /** @description The token is missing, has expired, or is not good here. */
        Unauthorized: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                "www-authenticate": components["headers"]["WwwAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Unauthorized"];
            };
        };
        /** @description There is no such thing, or it is not yours. */
        NotFound: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["NotFound"];
            };
        };
        /** @description (ours) The `request_id` belongs to another purchase of yours, or `amount` is not the price. Nothing was charged. */
        PurchaseConflict: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Conflict"];
            };
        };
        /** @description The reference came with another amount, or another customer, before. Nothing has changed. */
        ReferenceConflict: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Conflict"];
            };
        };
        /** @description (ours) The body is too large. */
        BodyTooLarge: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PayloadTooLarge"];
            };
        };
        /** @description Too many requests of one user or one IP. */
        TooManyRequests: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                "retry-after": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["TooManyRequests"];
            };
        };
        /** @description (ours) VTpass or the database cannot be used now. */
        Unavailable: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                "retry-after": components["headers"]["RetryAfterIfKnown"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ServiceUnavailable"];
            };
        };
        /**
         * @description (ours) Nothing is sold now: VTpass cannot be reached, or could not be by the last purchases, the money at VTpass is
         *     too low, or the database cannot be used. Ask again with the same `request_id`: should the purchase have been kept
         *     after all, that one is found.
         */
        NotSold: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                "retry-after": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ServiceUnavailable"];
            };
        };
    };
    parameters: {
        /** @description The `next` of the page before. Without it, the first page. */
        Cursor: string;
        /** @description How many to answer at the most. */
        Limit: number;
        /** @description The `id` of the purchase. Anything else, or another customer's, is 404. */
        PurchaseId: string;
    };
    requestBodies: {
        Query: {
            content: {
                "application/json": components["schemas"]["Query"];
            };
        };
    };
    headers: {
        /**
         * @description Names this request, in the reseller's own lines as well. It is the `x-request-id` that was sent, where that is at most 64
         *     letters, digits, `_.:=-`; else a new one.
         */
        RequestId: string;
        /** @description In how many seconds to come back. */
        RetryAfter: number;
        /** @description In how many seconds to come back, where that is known. */
        RetryAfterIfKnown: number;
        /**
         * @description The kind of token that is asked for.
         * @example Bearer
         */
        WwwAuthenticate: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    dataServiceIds: {
        parameters: {
            query?: {
                /** @description The category's identifier. */
                identifier?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The providers. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceIds"];
                };
            };
            /** @description VTpass's no, in its words. */
            400: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BadRequest"];
                };
            };
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    dataVariationCodes: {
        parameters: {
            query: {
                /**
                 * @description The provider.
                 * @example mtn-data
                 */
                serviceID: components["schemas"]["DataServiceID"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The plans. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataVariationCodes"];
                };
            };
            /** @description An unknown provider, or VTpass's no in its words. */
            400: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BadRequest"];
                };
            };
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    dataPurchase: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DataPurchase"];
            };
        };
        responses: {
            /** @description Delivered, or still processing. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataDelivered"] | components["schemas"]["Processing"];
                };
            };
            /** @description Refused, failed and refunded, or asked for before and still processing. */
            400: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PurchaseRefusal"];
                };
            };
            401: components["responses"]["Unauthorized"];
            409: components["responses"]["PurchaseConflict"];
            413: components["responses"]["BodyTooLarge"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["NotSold"];
        };
    };
    dataQuery: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["Query"];
        responses: {
            /** @description The purchase, whatever became of it. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueryAnswer"];
                };
            };
            400: components["responses"]["UnknownRequestId"];
            401: components["responses"]["Unauthorized"];
            413: components["responses"]["BodyTooLarge"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listTransactions: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. Without it, the first page. */
                cursor?: components["parameters"]["Cursor"];
                /** @description How many to answer at the most. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of purchases. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getTransaction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the purchase. Anything else, or another customer's, is 404. */
                id: components["parameters"]["PurchaseId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The purchase and its timeline. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionTimeline"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    airtimeServiceIds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The networks. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceIds"];
                };
            };
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    airtimePurchase: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AirtimePurchase"];
            };
        };
        responses: {
            /** @description Delivered, or still processing. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AirtimeDelivered"] | components["schemas"]["Processing"];
                };
            };
            /** @description Refused, failed and refunded, or asked for before and still processing. */
            400: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PurchaseRefusal"];
                };
            };
            401: components["responses"]["Unauthorized"];
            409: components["responses"]["PurchaseConflict"];
            413: components["responses"]["BodyTooLarge"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["NotSold"];
        };
    };
    airtimeQuery: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["Query"];
        responses: {
            /** @description The purchase, whatever became of it. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueryAnswer"];
                };
            };
            400: components["responses"]["UnknownRequestId"];
            401: components["responses"]["Unauthorized"];
            413: components["responses"]["BodyTooLarge"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    tvServiceIds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The providers. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceIds"];
                };
            };
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    tvVariationCodes: {
        parameters: {
            query: {
                /**
                 * @description The provider.
                 * @example gotv
                 */
                serviceID: components["schemas"]["TvServiceID"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bouquets. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TvVariationCodes"];
                };
            };
            /** @description An unknown provider, or VTpass's no in its words. */
            400: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BadRequest"];
                };
            };
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    tvVerify: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TvVerify"];
            };
        };
        responses: {
            /** @description The owner. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TvVerified"];
                };
            };
            /** @description An unknown provider, or VTpass does not know the smartcard. */
            400: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BadRequest"];
                };
            };
            401: components["responses"]["Unauthorized"];
            413: components["responses"]["BodyTooLarge"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    tvPurchase: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TvPurchase"];
            };
        };
        responses: {
            /** @description Delivered, or still processing. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TvDelivered"] | components["schemas"]["Processing"];
                };
            };
            /** @description Refused, failed and refunded, or asked for before and still processing. */
            400: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PurchaseRefusal"];
                };
            };
            401: components["responses"]["Unauthorized"];
            409: components["responses"]["PurchaseConflict"];
            413: components["responses"]["BodyTooLarge"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["NotSold"];
        };
    };
    tvQuery: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["Query"];
        responses: {
            /** @description The purchase, whatever became of it. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueryAnswer"];
                };
            };
            400: components["responses"]["UnknownRequestId"];
            401: components["responses"]["Unauthorized"];
            413: components["responses"]["BodyTooLarge"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    vtpassWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VtpassWebhook"];
            };
        };
        responses: {
            /** @description It is kept. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Acknowledgement"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Your webhook. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnWebhook"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    setWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookSetting"];
            };
        };
        responses: {
            /** @description It is set. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookSet"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            413: components["responses"]["BodyTooLarge"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    removeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is removed. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookRemoved"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is changed. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookSecret"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It was sent, whatever came of it. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookTested"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. Without it, the first page. */
                cursor?: components["parameters"]["Cursor"];
                /** @description How many to answer at the most. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of attempts. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getWallet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The balances. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WalletAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listWalletEntries: {
        parameters: {
            query?: {
                /** @description One wallet alone. Without it, both. */
                wallet?: components["schemas"]["WalletName"];
                /** @description The `next` of the page before. Without it, the first page. */
                cursor?: components["parameters"]["Cursor"];
                /** @description How many to answer at the most. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of lines. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WalletEntryPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    fundWallet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Funding"];
            };
        };
        responses: {
            /** @description The money is in the wallet. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Funded"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ReferenceConflict"];
            413: components["responses"]["BodyTooLarge"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listPurchases: {
        parameters: {
            query: {
                /** @example unknown */
                state: components["schemas"]["PurchaseState"];
                /** @description The `next` of the page before. Without it, the first page. */
                cursor?: components["parameters"]["Cursor"];
                /** @description How many to answer at the most. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of purchases. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PurchasePage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPurchase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the purchase. Anything else, or another customer's, is 404. */
                id: components["parameters"]["PurchaseId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The purchase and its timeline. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PurchaseTimeline"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    resolvePurchase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the purchase. Anything else, or another customer's, is 404. */
                id: components["parameters"]["PurchaseId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Resolving"];
            };
        };
        responses: {
            /** @description It is proposed, or resolved. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Resolved"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            /** @description The purchase is not in doubt, or no longer. */
            409: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conflict"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listAlerts: {
        parameters: {
            query?: {
                /** @description How many to answer at the most. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The alerts. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    acknowledgeAlert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the alert. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is acknowledged. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertAcknowledged"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description There is no such open alert. */
            404: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotFound"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getProfit: {
        parameters: {
            query: {
                /** @example 2026-01-01T00:00:00+01:00 */
                from: string;
                /**
                 * @description Later than `from`.
                 * @example 2026-02-01T00:00:00+01:00
                 */
                until: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sums. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfitAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getReconciliation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The two, and their difference. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReconciliationAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    adjustFloat: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FloatAdjustment"];
            };
        };
        responses: {
            /** @description It is booked. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FloatAdjusted"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            409: components["responses"]["ReferenceConflict"];
            413: components["responses"]["BodyTooLarge"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    metrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The metrics. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is alive. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            429: components["responses"]["TooManyRequests"];
        };
    };
    ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It can. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ready"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    transactionChanged: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message. The same at every attempt. */
                "webhook-id": string;
                /** @description When this attempt was made, in whole seconds since 1970. */
                "webhook-timestamp": string;
                /**
                 * @description `v1,` and the HMAC-SHA256 of `{webhook-id}.{webhook-timestamp}.{body}` in base64, with the customer's secret.
                 *     There may be several, with a space between them.
                 */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransactionChanged"];
            };
        };
        responses: {
            /** @description The customer has it. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is sent again. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
