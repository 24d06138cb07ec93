// Made from openapi/control.yaml by: npm run generate

export interface paths {
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell whether the simulator is ready
         * @description Answers as soon as the simulator listens. It needs no credentials, from wherever it is called.
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
    "/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Go back to the start
         * @description At `/reset`, all of the simulator: the default account as it was started, every other account gone. At
         *     `/accounts/{account}/reset`, that account as it was created. The seed starts anew too: the same calls are answered
         *     with the same bytes. Answers that are being held are cut off, webhooks that are due are not sent.
         */
        post: operations["reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the accounts */
        get: operations["listAccounts"];
        put?: never;
        /**
         * Create an account
         * @description A world of its own, with keys of its own. What is left out is as in the default account at its start. What an
         *     account invents is drawn from the simulator's seed and the account's id: give an `id` where the same run must
         *     give the same bytes.
         */
        post: operations["createAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example default */
                id: string;
            };
            cookie?: never;
        };
        /** Read an account */
        get: operations["getAccount"];
        put?: never;
        post?: never;
        /**
         * Delete an account
         * @description Its keys are no longer taken, answers that it holds are cut off, webhooks that are due are not sent. The default
         *     account cannot be deleted.
         */
        delete: operations["deleteAccount"];
        options?: never;
        head?: never;
        /**
         * Change an account's settings
         * @description What is left out stays. `wallet` sets the balance that can be spent; what is held or spent stays held or spent.
         */
        patch: operations["changeAccount"];
        trace?: never;
    };
    "/transactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what VTpass has on record
         * @description Oldest first.
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
    "/transactions/{requestId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The `request_id` of the purchase.
                 * @example 202601051000k3nf8a2qx
                 */
                requestId: components["parameters"]["RequestId"];
            };
            cookie?: never;
        };
        /** Read a transaction */
        get: operations["getTransaction"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/transactions/{requestId}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The `request_id` of the purchase.
                 * @example 202601051000k3nf8a2qx
                 */
                requestId: components["parameters"]["RequestId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Settle a pending transaction, or reverse a delivered one
         * @description Sends the webhook `transaction-update` where the account has a callback URL, and answers when the first attempt has
         *     been made.
         */
        post: operations["settleTransaction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the products */
        get: operations["listProducts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/products/{serviceID}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example mtn-data */
                serviceID: string;
            };
            cookie?: never;
        };
        /** Read a product */
        get: operations["getProduct"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a product's state, or replace its variations
         * @description Replacing the variations sends the webhook `variations-update` where the account has a callback URL, and answers
         *     when the first attempt has been made.
         */
        patch: operations["changeProduct"];
        trace?: never;
    };
    "/scenarios": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the rules
         * @description In the order in which they are asked.
         */
        get: operations["listScenarios"];
        put?: never;
        /**
         * Add a rule
         * @description It stands behind those that there are. The first rule that matches a call, and whose occurrence has come, decides
         *     the call. The header `x-simulator-scenario` of a call goes before every rule.
         */
        post: operations["addScenario"];
        /** Take all rules away */
        delete: operations["deleteScenarios"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scenarios/{ruleId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example rule-1 */
                ruleId: string;
            };
            cookie?: never;
        };
        /** Read a rule */
        get: operations["getScenario"];
        put?: never;
        post?: never;
        /** Take a rule away */
        delete: operations["deleteScenario"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the clock */
        get: operations["getClock"];
        put?: never;
        /**
         * Set, advance, freeze or release the clock
         * @description `set` comes first, then `advance`, then `mode`. Moving forward lets everything happen that falls due on the way,
         *     in order: settlements, attempts of webhooks, answers that are held. It answers when all of that has happened. An
         *     attempt that a receiver does not answer is given up after the account's `webhookTimeout`, which is counted by
         *     the clock on the wall.
         */
        post: operations["moveClock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/journal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what was asked and answered
         * @description Oldest first. Keys and passwords are redacted. The oldest entries make room for new ones: an account keeps
         *     `journalSize` of them.
         */
        get: operations["listJournal"];
        put?: never;
        post?: never;
        /**
         * Show no exchange that there was so far
         * @description The auditor still reads what was there; `reset` forgets it too.
         */
        delete: operations["clearJournal"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/journal/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count exchanges */
        get: operations["countJournal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/journal/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow the journal
         * @description Server-sent events, named `exchange`: one for each exchange, when its answer has gone out. `data` is a
         *     `JournalEntry`, `id` the entry's id; with `last-event-id` the entries since then come first.
         */
        get: operations["followJournal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the deliveries
         * @description Oldest first, each with its attempts and when the next is due.
         */
        get: operations["listWebhooks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{webhookId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example webhook-1 */
                webhookId: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        /** Read a delivery */
        get: operations["getWebhook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{webhookId}/redeliver": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example webhook-1 */
                webhookId: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a webhook once more, now
         * @description Whatever became of it before, to the account's present callback URL. The attempts that are due stay due. Answers
         *     when the attempt has been made.
         */
        post: operations["redeliverWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell what this run has exercised, and what it never has
         * @description Code coverage for the handling of failure. The percentage counts the outcomes that can cost money, of the products
         *     that were bought.
         */
        get: operations["getCoverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell what the caller did wrong
         * @description The journal, the transactions and the webhooks, read by an auditor. Each finding names the money bug and the
         *     exchanges that show it.
         */
        get: operations["getFindings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Health: {
            /** @constant */
            status: "ok";
            /** @description The version of the simulator. */
            version: string;
        };
        /** @description After RFC 9457. */
        Problem: {
            /** @constant */
            type: "about:blank";
            /** @description What the HTTP status means. */
            title: string;
            status: number;
            /** @description What is wrong, and what to change. */
            detail: string;
        };
        /** @description `250ms`, `30s`, `10m`, `1h`, `1d`, or whole seconds; 0 is off. */
        Duration: string | number;
        /** @description The same, and longer than 0: `10s`. */
        DurationAboveZero: string | number;
        DurationText: string;
        /**
         * Format: date-time
         * @description In UTC.
         */
        Moment: string;
        /** @description Naira. VTpass's totals run to six decimals. */
        Naira: number;
        /**
         * @description A route of VTpass's API, by its name. `merchant-verify` is those of single products too.
         * @enum {string}
         */
        Endpoint: "pay" | "requery" | "merchant-verify" | "balance" | "services" | "service-variations" | "service-categories";
        Count: {
            count: number;
        };
        /** @enum {string} */
        AccountState: "active" | "locked" | "suspended" | "inactive" | "api-disabled";
        /** @description What is left out stays, or is as in the default account at its start. */
        AccountSettings: {
            /**
             * @description Naira that can be spent, with at most two decimals.
             * @example 5000
             */
            wallet?: number;
            state?: components["schemas"]["AccountState"];
            /**
             * @description The credentials that are taken.
             * @enum {string}
             */
            authentication?: "all" | "keys" | "basic";
            /** @description The serviceIDs that may be bought; others are 028. null is every one. */
            whitelistedProducts?: string[] | null;
            /** @description The addresses that may call; others are 027. null is every one. */
            whitelistedIps?: string[] | null;
            /**
             * @description Where webhooks go. null is nowhere.
             * @example http://127.0.0.1:3000/vtpass
             */
            callbackUrl?: string | null;
            duplicateWindow?: components["schemas"]["Duration"];
            /**
             * @description Whether 019 looks at the same service (documented) or at any (once seen).
             * @enum {string}
             */
            duplicateScope?: "same-service" | "any-service";
            settlePendingAfter?: components["schemas"]["Duration"];
            timeoutHold?: components["schemas"]["Duration"];
            /**
             * @description Whether an improper request id is 085 (documented), or is let through (once seen).
             * @enum {string}
             */
            requestIdDate?: "enforced" | "ignored";
            /** @description Whether verifying a smartcard also answers Current_Bouquet and Renewal_Amount. */
            verifyDetail?: boolean;
            /** @description The time before each further attempt at a webhook; as many attempts, and the first. */
            webhookDelays?: components["schemas"]["Duration"][];
            webhookTimeout?: components["schemas"]["DurationAboveZero"];
            /** @description How many exchanges are kept, and how many deliveries of webhooks. */
            journalSize?: number;
            /** @description Whether every warning becomes the documented refusal. */
            strict?: boolean;
        };
        AccountId: string;
        NewAccount: {
            id?: components["schemas"]["AccountId"];
        } & components["schemas"]["AccountSettings"];
        AccountChange: components["schemas"]["AccountSettings"];
        Account: {
            id: components["schemas"]["AccountId"];
            apiKey: string;
            publicKey: string;
            secretKey: string;
            /** @description With the password, for Basic authentication. */
            email: string;
            password: string;
            wallet: components["schemas"]["Naira"];
            openingBalance: components["schemas"]["Naira"];
            state: components["schemas"]["AccountState"];
            /** @enum {string} */
            authentication: "all" | "keys" | "basic";
            whitelistedProducts: string[] | null;
            whitelistedIps: string[] | null;
            callbackUrl: string | null;
            duplicateWindow: components["schemas"]["DurationText"];
            /** @enum {string} */
            duplicateScope: "same-service" | "any-service";
            settlePendingAfter: components["schemas"]["DurationText"];
            timeoutHold: components["schemas"]["DurationText"];
            /** @enum {string} */
            requestIdDate: "enforced" | "ignored";
            verifyDetail: boolean;
            webhookDelays: components["schemas"]["DurationText"][];
            webhookTimeout: components["schemas"]["DurationText"];
            journalSize: number;
            strict: boolean;
        };
        AccountList: {
            items: components["schemas"]["Account"][];
            total: number;
        };
        /**
         * @description `refused` is a purchase that was refused with 019: it is on record, and nothing was bought.
         * @enum {string}
         */
        TransactionStatus: "pending" | "delivered" | "failed" | "reversed" | "refused";
        /** @description Amounts are in naira. Of a refused one nothing is known but its request id and its moment. */
        Transaction: {
            requestId: string;
            status: components["schemas"]["TransactionStatus"];
            /** @description What a requery answers. */
            code: string;
            transactionId: string | null;
            serviceID: string | null;
            variationCode: string | null;
            recipient: string | null;
            quantity: number | null;
            unitPrice: number | null;
            amount: number | null;
            commission: number | null;
            fee: number | null;
            /** @description amount − commission + fee. */
            total: number | null;
            /** @description What it takes from the wallet now: the total while it is pending or delivered, else 0. */
            charged: number;
            createdAt: components["schemas"]["Moment"];
        };
        TransactionList: {
            items: components["schemas"]["Transaction"][];
            total: number;
        };
        Settlement: {
            /**
             * @description A pending transaction becomes delivered or failed, a delivered one reversed.
             * @enum {string}
             */
            status: "delivered" | "failed" | "reversed";
        };
        /**
         * @description Purchases of the others are refused with 034, 035 and 030.
         * @enum {string}
         */
        ProductState: "active" | "suspended" | "inactive" | "unreachable";
        /** @description A plan, as `/api/service-variations` lists it. */
        Variation: {
            variation_code: string;
            name: string;
            variation_amount: string | number;
            /** @enum {string} */
            fixedPrice: "Yes" | "No";
        };
        Product: {
            serviceID: string;
            name: string;
            category: string;
            state: components["schemas"]["ProductState"];
            variations: components["schemas"]["Variation"][];
        };
        ProductList: {
            items: components["schemas"]["Product"][];
            total: number;
        };
        ProductChange: {
            state?: components["schemas"]["ProductState"];
            variations?: components["schemas"]["Variation"][];
        };
        /**
         * @description A fate and a fault under one name.
         *
         *     | name | what happened | what the caller hears |
         *     | --- | --- | --- |
         *     | `delivered`, `failed`, `pending` | that | the answer |
         *     | `pending-then-delivered`, `pending-then-failed` | pending, settled after a minute | the answer |
         *     | `delivered-then-reversed` | delivered, reversed after a minute | the answer |
         *     | `delivered-but-unheard`, `failed-but-unheard` | that | the connection closes without a byte |
         *     | `never-arrived` | nothing: no order | the connection is reset |
         *     | `slow` | delivered | the answer, after ten seconds |
         *     | `timeout` | pending | the answer, after the account's `timeoutHold` |
         *     | `unexpected-083` | nothing: no order | HTTP 500 with code 083 |
         *     | `unexpected-099` | pending | code 099 |
         *     | `unexpected-code`, `unexpected-status` | delivered | a code, or a status, that no page lists |
         *     | `unexpected-html`, `unexpected-empty`, `unexpected-truncated` | delivered | an HTML page with HTTP 502, an empty body, half of the JSON |
         *     | `unexpected-text`, `unexpected-content-type` | delivered | the JSON text `"Invalid Credentials."`, the right JSON as text/html |
         *     | `code-NNN` | what that code means | that code |
         * @example delivered-but-unheard
         */
        ScenarioName: string;
        /**
         * @description What a call must have. Without `endpoint` it is a purchase. Of a requery, serviceID, recipient and amount are those of the
         *     purchase that it asks about.
         */
        Match: {
            endpoint?: components["schemas"]["Endpoint"];
            /** @example mtn */
            serviceID?: string;
            recipient?: string;
            requestId?: string;
            /** @description Naira, both ends included. Where the plan sets the price, it is the plan's. */
            amount?: {
                /** @example 100 */
                from?: number;
                /**
                 * @description From `from` on.
                 * @example 1000
                 */
                to?: number;
            };
        };
        /** @description Which of the calls that match are decided. Without it every one is. */
        Occurrence: {
            /** @description So many, from the first on. */
            first?: number;
            /** @description The nth alone. */
            nth?: number;
            /** @description Every nth. */
            every?: number;
            /** @description So large a part of them, drawn with the account's seed. */
            share?: number;
            for?: components["schemas"]["Duration"];
        };
        /** @description What happens, by a scenario's name or in detail. */
        Fate: components["schemas"]["ScenarioName"] | components["schemas"]["FateInDetail"];
        /** @description A status or a code, not both; and what it becomes, where it settles. */
        FateInDetail: {
            /** @enum {string} */
            status?: "pending" | "delivered" | "failed" | "reversed";
            /** @description A code of VTpass's page "Response Codes"; with what it means for the order. */
            code?: string;
            /**
             * @description From pending to delivered or failed, from delivered to reversed.
             * @enum {string}
             */
            settlesTo?: "delivered" | "failed" | "reversed";
            settlesAfter?: components["schemas"]["Duration"];
        };
        /**
         * @description When the fault strikes. `before-commit`: nothing has happened, and nothing will, unless the fault is a delay; where
         *     an answer is left of it, it is that of a system error (083). `after-commit`: what happens has happened, the caller
         *     hears the fault. `mid-answer`: so has it, and the first half of the answer goes out unharmed.
         * @enum {string}
         */
        Moments: "before-commit" | "after-commit" | "mid-answer";
        Fault: components["schemas"]["FixedDelay"] | components["schemas"]["UniformDelay"] | components["schemas"]["LognormalDelay"] | components["schemas"]["ChunkedDribbleDelay"] | components["schemas"]["WrongContentType"] | components["schemas"]["WrongCharset"] | components["schemas"]["OtherFault"];
        FixedDelay: {
            /** @constant */
            kind: "fixed-delay";
            when?: components["schemas"]["Moments"];
            delay: components["schemas"]["Duration"];
        };
        UniformDelay: {
            /** @constant */
            kind: "uniform-delay";
            when?: components["schemas"]["Moments"];
            /** @example 1s */
            lower: components["schemas"]["Duration"];
            /**
             * @description At least as long as `lower`.
             * @example 5s
             */
            upper: components["schemas"]["Duration"];
        };
        LognormalDelay: {
            /** @constant */
            kind: "lognormal-delay";
            when?: components["schemas"]["Moments"];
            median: components["schemas"]["Duration"];
            /** @description The standard deviation of the logarithm; 0.1 to 0.5 is what services have. */
            sigma: number;
            maximum?: components["schemas"]["Duration"];
        };
        ChunkedDribbleDelay: {
            /** @constant */
            kind: "chunked-dribble-delay";
            when?: components["schemas"]["Moments"];
            numberOfChunks: number;
            totalDuration: components["schemas"]["Duration"];
        };
        WrongContentType: {
            /** @constant */
            kind: "wrong-content-type";
            when?: components["schemas"]["Moments"];
            /** @description text/html where it is left out. */
            contentType?: string;
        };
        WrongCharset: {
            /** @constant */
            kind: "wrong-charset";
            when?: components["schemas"]["Moments"];
            /**
             * @description `utf-16le` where it is left out.
             *     `utf-16le`: the bytes are UTF-16, the header says UTF-8. `iso-8859-1`: the bytes are UTF-8 with a text that ISO
             *     8859-1 garbles, and the header says that it is ISO 8859-1.
             * @enum {string}
             */
            charset?: "utf-16le" | "iso-8859-1";
        };
        OtherFault: {
            /** @enum {string} */
            kind: "connection-reset-by-peer" | "empty-response" | "malformed-response-chunk" | "random-data-then-close" | "truncated-json" | "html-502" | "html-503" | "html-504" | "duplicated-answer" | "empty-body" | "unlisted-code" | "unlisted-status" | "bare-text";
            when?: components["schemas"]["Moments"];
        };
        /** @description It has a fate, or a fault, or both. */
        NewRule: {
            match?: components["schemas"]["Match"];
            occurrence?: components["schemas"]["Occurrence"];
            fate?: components["schemas"]["Fate"];
            fault?: components["schemas"]["Fault"];
        } & (unknown | unknown);
        Rule: {
            id: string;
            match: components["schemas"]["Match"];
            occurrence: components["schemas"]["Occurrence"] | null;
            fate: components["schemas"]["ScenarioName"] | components["schemas"]["FateInDetail"] | null;
            fault: components["schemas"]["Fault"] | null;
            /** @description How many calls had what `match` asks for. */
            matched: number;
            /** @description How many of them it decided. */
            decided: number;
            createdAt: components["schemas"]["Moment"];
        };
        RuleList: {
            items: components["schemas"]["Rule"][];
            total: number;
        };
        /**
         * @description `real` goes on with the clock on the wall; `frozen` stands still until it is moved.
         * @enum {string}
         */
        ClockMode: "real" | "frozen";
        Clock: {
            now: components["schemas"]["Moment"];
            /** @description The first twelve characters of a proper request id. */
            lagos: string;
            mode: components["schemas"]["ClockMode"];
            /**
             * Format: date-time
             * @description When something next falls due.
             */
            next: string | null;
        };
        ClockChange: {
            set?: components["schemas"]["Moment"];
            advance?: components["schemas"]["Duration"];
            mode?: components["schemas"]["ClockMode"];
        };
        /**
         * @description What the caller heard of the answer: all of it; something else in its place; a part of it before the connection
         *     ended; nothing, or not in time, since the caller had hung up. `waiting`: it is still being held.
         * @enum {string}
         */
        Heard: "waiting" | "whole" | "garbled" | "part" | "nothing";
        JournalEntry: {
            /** @description Counts up from 1 in every account. */
            id: number;
            at: components["schemas"]["Moment"];
            /**
             * Format: date-time
             * @description The moment by the clock on the wall.
             */
            wallAt: string;
            /** @description The route of VTpass's API; null is a path that does not exist. */
            endpoint: string | null;
            request: {
                method: string;
                path: string;
                query: {
                    [key: string]: string;
                };
                headers: {
                    [key: string]: string;
                };
                /** @description What was read of the body, and VTpass has a use for. */
                fields: {
                    [key: string]: string;
                };
                callerIp: string;
            };
            /** @description What was asked for; null where it is no purchase, requery or verification, or could not be read. */
            order: components["schemas"]["JournalOrder"] | null;
            /** @description The answer as VTpass would have given it, before a fault struck; null while there is none. */
            answer: components["schemas"]["JournalAnswer"] | null;
            /** @description The code in the answer. A catalogue's answer has none, but where it is refused. */
            code: string | null;
            /** @description The transaction's status in the answer. */
            status: string | null;
            heard: components["schemas"]["Heard"];
            /** @description The scenario that decided, where it has a name. */
            scenario: string | null;
            /** @description The id of the rule that decided. */
            rule: string | null;
            /** @description The fault that struck. */
            fault: {
                kind: string;
                when: components["schemas"]["Moments"];
            } | null;
            warnings: string[];
        };
        JournalOrder: {
            requestId: string | null;
            serviceID: string | null;
            recipient: string | null;
            variationCode: string | null;
            /** @description Naira, as the client wrote it. */
            amount: string | null;
            subscriptionType: string | null;
        };
        JournalAnswer: {
            status: number;
            contentType: string;
            body: string;
            /** @description In words, why it is a refusal. */
            reason: string | null;
        };
        Journal: {
            items: components["schemas"]["JournalEntry"][];
            total: number;
            /** @description How many older ones have made room since the start. */
            dropped: number;
        };
        /** @enum {string} */
        DeliveryState: "due" | "acknowledged" | "given-up";
        Attempt: {
            at: components["schemas"]["Moment"];
            url: string;
            /** @description The HTTP status that the receiver answered. */
            status: number | null;
            /** @description What it answered, cut after 2,000 characters. */
            body: string | null;
            /** @description Why there is no answer, or why it is no acknowledgement. */
            error: string | null;
            isAcknowledged: boolean;
        };
        Delivery: {
            id: string;
            /** @enum {string} */
            type: "transaction-update" | "variations-update";
            requestId: string | null;
            serviceID: string;
            /** @description What is posted, as openapi/vtpass.yaml describes it. */
            body: {
                [key: string]: unknown;
            };
            createdAt: components["schemas"]["Moment"];
            state: components["schemas"]["DeliveryState"];
            attempts: components["schemas"]["Attempt"][];
            /** Format: date-time */
            nextAttemptAt: string | null;
        };
        DeliveryList: {
            items: components["schemas"]["Delivery"][];
            total: number;
        };
        /** @description What this run has met, with how often, and what it never has. */
        Tally: {
            exercised: {
                [key: string]: number;
            };
            never: string[];
        };
        Coverage: {
            /** @description Of the outcomes that can cost money, of the products that were bought. 0 where nothing was. */
            percentage: number;
            products: components["schemas"]["ProductCoverage"][];
            endpoints: components["schemas"]["Tally"];
            serviceIDs: components["schemas"]["Tally"];
            codes: components["schemas"]["Tally"];
            statuses: components["schemas"]["Tally"];
            faults: components["schemas"]["Tally"];
            requeryPaths: components["schemas"]["Tally"];
            /** @description Every combination that was met. */
            exercised: {
                endpoint: string | null;
                serviceID: string | null;
                code: string | null;
                status: string | null;
                fault: string | null;
                count: number;
            }[];
        };
        ProductCoverage: {
            serviceID: string;
            percentage: number;
            outcomes: {
                outcome: string;
                count: number;
                /** @description How to meet it. */
                how: string;
            }[];
        };
        /**
         * @description `critical` loses money, `major` loses it sooner or later, `minor` invites trouble.
         * @enum {string}
         */
        Grade: "critical" | "major" | "minor";
        /** @enum {string} */
        FindingName: "bought-again-while-in-doubt" | "bought-again-after-014" | "bought-again-after-019" | "never-requeried" | "gave-up-too-early" | "requeried-with-transaction-id" | "hammered-requery" | "request-id-in-wrong-time-zone" | "predictable-request-id" | "secret-key-on-get" | "bought-without-verification" | "renewed-at-another-amount" | "webhook-not-acknowledged" | "webhook-acknowledged-with-wrong-body";
        Finding: {
            name: components["schemas"]["FindingName"];
            grade: components["schemas"]["Grade"];
            title: string;
            /** @description What happened, in words. */
            detail: string;
            /** @description What to do instead. */
            advice: string;
            requestIds: string[];
            /** @description What shows it, oldest first. */
            exchanges: {
                /** @description The id of the journal's entry. */
                id: number;
                at: components["schemas"]["Moment"];
                /** @description The exchange in a line. */
                said: string;
            }[];
            /** @description The ids of the deliveries that show it. */
            webhooks: string[];
        };
        FindingList: {
            items: components["schemas"]["Finding"][];
            total: number;
            /** @description Whether the journal still has every exchange; what it has dropped was not read. */
            isComplete: boolean;
        };
    };
    responses: {
        /** @description The call was refused, and nothing has been changed. */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description How many to pass over. */
        Offset: number;
        /** @description How many to answer at the most. */
        Limit: number;
        /**
         * @description The `request_id` of the purchase.
         * @example 202601051000k3nf8a2qx
         */
        RequestId: string;
        /** @example webhook-1 */
        WebhookId: string;
        ServiceIDFilter: string;
        /** @description The phone, meter or smartcard. */
        RecipientFilter: string;
        RequestIdFilter: string;
        EndpointFilter: components["schemas"]["Endpoint"];
        /** @description The code of the answer. */
        CodeFilter: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is ready. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok",
                     *       "version": "0.1.0"
                     *     }
                     */
                    "application/json": components["schemas"]["Health"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    reset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is as it was at the start. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    listAccounts: {
        parameters: {
            query?: {
                /** @description How many to pass over. */
                offset?: components["parameters"]["Offset"];
                /** @description How many to answer at the most. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The accounts, the default one first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountList"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    createAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NewAccount"];
            };
        };
        responses: {
            /** @description The account. */
            201: {
                headers: {
                    /** @description Where the account is. */
                    location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    getAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example default */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    deleteAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example default */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    changeAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example default */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountChange"];
            };
        };
        responses: {
            /** @description The account as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    listTransactions: {
        parameters: {
            query?: {
                status?: components["schemas"]["TransactionStatus"];
                serviceID?: components["parameters"]["ServiceIDFilter"];
                /** @description The phone, meter or smartcard. */
                recipient?: components["parameters"]["RecipientFilter"];
                requestId?: components["parameters"]["RequestIdFilter"];
                /** @description How many to pass over. */
                offset?: components["parameters"]["Offset"];
                /** @description How many to answer at the most. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The transactions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionList"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    getTransaction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The `request_id` of the purchase.
                 * @example 202601051000k3nf8a2qx
                 */
                requestId: components["parameters"]["RequestId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The transaction. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transaction"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    settleTransaction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The `request_id` of the purchase.
                 * @example 202601051000k3nf8a2qx
                 */
                requestId: components["parameters"]["RequestId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Settlement"];
            };
        };
        responses: {
            /** @description The transaction as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transaction"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    listProducts: {
        parameters: {
            query?: {
                /** @description How many to pass over. */
                offset?: components["parameters"]["Offset"];
                /** @description How many to answer at the most. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The products. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductList"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    getProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example mtn-data */
                serviceID: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The product. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    changeProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example mtn-data */
                serviceID: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProductChange"];
            };
        };
        responses: {
            /** @description The product as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    listScenarios: {
        parameters: {
            query?: {
                /** @description How many to pass over. */
                offset?: components["parameters"]["Offset"];
                /** @description How many to answer at the most. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rules. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleList"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    addScenario: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRule"];
            };
        };
        responses: {
            /** @description The rule. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rule"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    deleteScenarios: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description There is no rule. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    getScenario: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example rule-1 */
                ruleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rule, with how often it matched and decided. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rule"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    deleteScenario: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example rule-1 */
                ruleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    getClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The clock. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clock"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    moveClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClockChange"];
            };
        };
        responses: {
            /** @description The clock as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clock"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    listJournal: {
        parameters: {
            query?: {
                endpoint?: components["parameters"]["EndpointFilter"];
                requestId?: components["parameters"]["RequestIdFilter"];
                /** @description The phone, meter or smartcard. */
                recipient?: components["parameters"]["RecipientFilter"];
                /** @description The code of the answer. */
                code?: components["parameters"]["CodeFilter"];
                /** @description How many to pass over. */
                offset?: components["parameters"]["Offset"];
                /** @description How many to answer at the most. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The exchanges. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Journal"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    clearJournal: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The journal is empty. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    countJournal: {
        parameters: {
            query?: {
                endpoint?: components["parameters"]["EndpointFilter"];
                requestId?: components["parameters"]["RequestIdFilter"];
                /** @description The phone, meter or smartcard. */
                recipient?: components["parameters"]["RecipientFilter"];
                /** @description The code of the answer. */
                code?: components["parameters"]["CodeFilter"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many there are. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Count"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    followJournal: {
        parameters: {
            query?: never;
            header?: {
                "last-event-id"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The events, until the caller hangs up. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    listWebhooks: {
        parameters: {
            query?: {
                state?: components["schemas"]["DeliveryState"];
                requestId?: components["parameters"]["RequestIdFilter"];
                /** @description How many to pass over. */
                offset?: components["parameters"]["Offset"];
                /** @description How many to answer at the most. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The deliveries. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryList"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example webhook-1 */
                webhookId: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    redeliverWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example webhook-1 */
                webhookId: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery, with this attempt. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    getCoverage: {
        parameters: {
            query?: {
                format?: "json" | "text";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Coverage"];
                    "text/plain": string;
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    getFindings: {
        parameters: {
            query?: {
                format?: "json" | "text" | "junit";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The findings, the gravest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingList"];
                    "text/plain": string;
                    "application/xml": string;
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
}
