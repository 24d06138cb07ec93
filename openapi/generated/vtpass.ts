// Made from openapi/vtpass.yaml by: npm run generate

export interface paths {
    "/service-categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the categories
         * @description The categories of products. Take an `identifier` to `/services`.
         *     The `secret-key` in place of the `public-key` works and brings a warning. With `--strict` it is refused.
         */
        get: operations["serviceCategories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the products of a category
         * @description The products of one category. Take a `serviceID` to `/service-variations` or `/pay`.
         *     An unknown identifier answers HTTP 200 with `Category Does not Exist`.
         *     The `secret-key` in place of the `public-key` works and brings a warning. With `--strict` it is refused.
         */
        get: operations["services"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/service-variations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the variations of a product
         * @description The plans, bundles or bouquets of one product. `variations` and `varations` hold the same list.
         *     A list can hold the same `variation_code` twice, as VTpass's do.
         *     An unknown product answers HTTP 200 with `Service is Not Valid`.
         *     No key at all works here and brings a warning. With `--strict` it is refused. Wrong keys are refused (ours).
         *     VTpass's pages: "MTN Data Subscription API", "Spectranet API", "Smile Network Payment API",
         *     "GOTV Subscription Payment API".
         */
        get: operations["serviceVariations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/merchant-verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify a smartcard or an account
         * @description Names the customer behind a `billersCode`. On GOTV the good smartcard is `1212121212`.
         *     A bad number answers code `000` too. Then `content` has `error` and no `Customer_Name`.
         *     A product without verification answers 012.
         *     VTpass's page: "GOTV Subscription Payment API".
         */
        post: operations["merchantVerify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/merchant-verify/smile/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify a Smile email
         * @description Names the customer behind a Smile email, and the accounts to pay for. The good email is `tester@sandbox.com`.
         *     Take an `AccountId` to `/pay` as `billersCode`.
         *     What a bad email answers is ours: the form that a bad smartcard has.
         *     VTpass's page: "Smile Network Payment API".
         */
        post: operations["merchantVerifySmileEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Buy a product
         * @description Buys airtime, data or a subscription. Code `000` alone says only that the order was processed.
         *     `content.transactions.status` says what became of it: `delivered` or still `pending`.
         *
         *     | Number | Outcome |
         *     | --- | --- |
         *     | 08011111111 (airtime, data, Smile), 1212121212 (TV, Spectranet) | delivered |
         *     | 201000000000 | pending |
         *     | 500000000000 | HTTP 500 with 083, no order |
         *     | 400000000000 | the order is pending, the connection closes without an answer (ours) |
         *     | 300000000000 | the order is pending, the answer is held for 60 s (ours) |
         *     | any other | failed, 016 |
         *
         *     Airtime and data look at `phone` and `billersCode`. TV, Smile and Spectranet look at `billersCode`, Spectranet at
         *     `phone` too.
         *
         *     A refused purchase leaves no record, so requery answers 015. Only 019 stays on record.
         *     A failed purchase is charged nothing. A pending one holds the money.
         *
         *     Two formats. Spectranet answers in the format of 2022 (`PayAnswer2022`), all others in that of 2025
         *     (`PayAnswer2025`). `pay` and `requery` differ in the format of 2025: strings here, numbers there.
         *     VTpass's pages: "MTN VTU API Integration", "MTN Data Subscription API", "Spectranet API",
         *     "Smile Network Payment API", "GOTV Subscription Payment API", "Response Codes".
         */
        post: operations["pay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requery": {
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
         * @description The transaction of a `request_id`. 015 means that no order exists under it.
         *     The answer differs from that of `/pay`: `response_description` comes before `code`, `unit_price` and `amount` are
         *     numbers, the commission is rounded half up, `method` is `wallet`, and `extras` and `product_id` are added.
         *     Spectranet answers as it did on `/pay`.
         *     VTpass's pages: "MTN VTU API Integration", "MTN Data Subscription API", "Spectranet API",
         *     "Smile Network Payment API", "GOTV Subscription Payment API", "Response Codes".
         */
        post: operations["requery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the wallet's balance
         * @description The merchant's balance in naira, not rounded. `code` is the number 1 and the key is `contents`.
         *     An account that is locked, suspended or inactive is refused with 021 to 024, a caller's IP with 027.
         *     The `secret-key` in place of the `public-key` works and brings a warning. With `--strict` it is refused.
         */
        get: operations["balance"];
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
    "transaction-update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A transaction was settled or reversed
         * @description Sent when a pending transaction is settled, or when a delivered one is reversed.
         *     The merchant acknowledges with the body `{"response":"success"}`. The HTTP status alone is no acknowledgement.
         *     Five attempts in all. The time between them is 1 s, 5 s, 25 s and 125 s (ours). There is no signature.
         *     A pending transaction that settles as failed is announced too, in the same form with code 016 (ours).
         */
        post: operations["transactionUpdate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "variations-update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A product's variations changed
         * @description Sent when the plans of a product change. `data` is the new list, as `/service-variations` answers it.
         *     The merchant acknowledges with the body `{"response":"success"}`. Five attempts in all.
         */
        post: operations["variationsUpdate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        /**
         * @description The fields of a purchase. Which product takes which:
         *
         *     | Field | Airtime | Data, Smile | Spectranet | GOTV change | GOTV renew |
         *     | --- | --- | --- | --- | --- | --- |
         *     | request_id, serviceID, phone | yes | yes | yes | yes | yes |
         *     | billersCode | – | yes | yes | yes | yes |
         *     | variation_code | – | yes | yes | yes | – |
         *     | amount | yes | ignored | ignored | optional | optional |
         *     | quantity | – | – | optional | optional | – |
         *     | subscription_type | – | – | – | `change` | `renew` |
         *
         *     A missing mandatory field answers HTTP 200 with 011. Null and empty count as missing.
         *     Other fields are accepted.
         */
        PayRequest: {
            /**
             * @description The merchant's reference, new for each purchase. Twelve characters or more. The first twelve are today's date,
             *     hour and minute in Lagos (`YYYYMMDDHHII`). The rest is free. Every product.
             * @example 2025031010146932932
             */
            request_id: string | number;
            /**
             * @description The product. Every product.
             * @example mtn
             */
            serviceID: string | number;
            /**
             * @description Whom it is for: a phone number (data, Spectranet), an `AccountId` (Smile), a smartcard (GOTV).
             *     Airtime takes none. There `phone` is the recipient.
             * @example 1212121212
             */
            billersCode?: string | number | null;
            /**
             * @description The plan, from `/service-variations`. Mandatory for data, Smile, Spectranet and GOTV change.
             *     Airtime and GOTV renew take none.
             * @example gotv-lite
             */
            variation_code?: string | number | null;
            /**
             * @description The price in naira. Mandatory for airtime. Data, Smile and Spectranet ignore it, as the variation sets the
             *     price. On GOTV it is optional and replaces the variation's price.
             *     A variation code that is twice in a list takes the price that equals `amount`, else the first (ours).
             * @example 20
             * @example 410.00
             */
            amount?: string | number | null;
            /**
             * @description The customer's phone number. For airtime, the recipient. Every product.
             * @example 08011111111
             */
            phone: string | number;
            /**
             * @description How many. Optional on Spectranet (pins) and GOTV (months). Below 1 answers 031, above 10 answers 032 (ours:
             *     the limits).
             * @example 1
             */
            quantity?: string | number | null;
            /**
             * @description TV only. `change` takes a bouquet by `variation_code`. `renew` keeps the bouquet of the card.
             * @example change
             * @enum {string|null}
             */
            subscription_type?: "change" | "renew" | null;
        } & {
            [key: string]: unknown;
        };
        RequeryRequest: {
            /**
             * @description The `request_id` of the purchase.
             * @example 2025031010146932932
             */
            request_id: string | number;
        } & {
            [key: string]: unknown;
        };
        /** @description Other fields are accepted. */
        VerifyRequest: {
            /**
             * @description The smartcard (GOTV) or the email (Smile).
             * @example 1212121212
             * @example tester@sandbox.com
             */
            billersCode: string | number;
            /**
             * @description The product.
             * @example gotv
             * @example smile-direct
             */
            serviceID: string | number;
            /**
             * @description The kind of meter. Only products that ask for it, of one's own catalogue.
             * @example prepaid
             * @example postpaid
             */
            type?: string | null;
        } & {
            [key: string]: unknown;
        };
        ServiceCategories: {
            /** @constant */
            response_description: "000";
            content: {
                identifier: string;
                name: string;
            }[];
        };
        Services: {
            /** @constant */
            response_description: "000";
            content: components["schemas"]["Service"][];
        };
        /** @description A product, with VTpass's spelling. */
        Service: {
            serviceID: string;
            name: string;
            minimium_amount: string | number | null;
            maximum_amount: string | number | null;
            /** @description Such as `0 %` or `N0`. */
            convinience_fee: string | null;
            /**
             * @description `fix` has prices of its own, `flexible` takes any amount.
             * @enum {string}
             */
            product_type: "fix" | "flexible";
            image: string | null;
        };
        ServiceVariations: {
            /** @constant */
            response_description: "000";
            content: {
                ServiceName: string;
                serviceID: string;
                /** @description Such as `0 %` or `N0`. */
                convinience_fee: string;
                variations: components["schemas"]["Variation"][];
                /** @description The same list again, under VTpass's misspelt key. */
                varations: components["schemas"]["Variation"][];
            };
        };
        Variation: {
            variation_code: string;
            name: string;
            /** @description The price. A string such as `410.00`. On Spectranet a number. */
            variation_amount: string | number;
            /** @enum {string} */
            fixedPrice: "Yes" | "No";
        };
        /** @description A bad `identifier` or `serviceID` on a catalogue GET. `errors` is a string here. HTTP 200. */
        CatalogueRefusal: {
            /** @constant */
            code: "011";
            content: {
                /** @enum {string} */
                errors: "Service is Not Valid" | "Category Does not Exist";
            };
        };
        /**
         * @description `content` has either `Customer_Name` or `error`. The code is `000` in both cases.
         *     Products of one's own catalogue have other keys beside `Customer_Name` (`VerifiedOther`).
         */
        VerifyAnswer: components["schemas"]["VerifiedTv"] | components["schemas"]["VerifiedSmile"] | components["schemas"]["VerifiedOther"] | components["schemas"]["VerifyFailed"];
        /** @description A good smartcard. VTpass's page "GOTV Subscription Payment API". */
        VerifiedTv: {
            /** @constant */
            code: "000";
            content: {
                Customer_Name: string;
                Status: string;
                Due_Date: string;
                Customer_Number: string;
                Customer_Type: string;
                /** @description The page's text uses it, its sample has none. Only with the setting `verify-detail` (ours). */
                Current_Bouquet?: string;
                /** @description The page's text uses it, its sample has none. Only with the setting `verify-detail` (ours). */
                Renewal_Amount?: number;
                commission_details: components["schemas"]["CommissionDetails"] & {
                    amount?: null;
                };
            };
        };
        /** @description A good Smile email. VTpass's page "Smile Network Payment API". */
        VerifiedSmile: {
            /** @constant */
            code: "000";
            content: {
                Customer_Name: string;
                AccountList: {
                    Account: {
                        /** @description The `billersCode` for `/pay`. */
                        AccountId: string;
                        FriendlyName: string;
                    }[];
                    NumberOfAccounts: number;
                };
            };
        };
        /**
         * @description A good number of any other product: `Customer_Name` and whatever else that product's verification names.
         *     Answers that say they are GOTV's or Smile's must have the forms above.
         */
        VerifiedOther: {
            /** @constant */
            code: "000";
            content: {
                Customer_Name: string;
                Customer_Type?: unknown;
                AccountList?: never;
                error?: never;
            } & {
                [key: string]: unknown;
            };
        };
        /** @description A bad number. HTTP 200 and code `000`, as was seen. */
        VerifyFailed: {
            /** @constant */
            code: "000";
            content: {
                /** @description What is wrong, in words. There is no `Customer_Name`. */
                error: string;
                /**
                 * @description Seen with meters, not with smartcards.
                 * @constant
                 */
                WrongBillersCode?: true;
            };
        };
        /**
         * @description The answer of `/pay`, of every product but Spectranet. In this order of keys.
         *     What a biller adds stands at the top level (`token`, `cards`, …).
         */
        PayAnswer2025: {
            /**
             * @description `000` delivered or pending, `016` failed, `099` pending, `040` reversed.
             * @enum {string}
             */
            code: "000" | "016" | "040" | "099";
            content: {
                transactions: components["schemas"]["Transaction2025Pay"];
            };
            /** @description Such as `TRANSACTION SUCCESSFUL`, `TRANSACTION PROCESSING - PENDING`, `TRANSACTION FAILED`. */
            response_description: string;
            /** @description The `request_id` sent. */
            requestId: string;
            /** @description The price. A number, where `content.transactions.amount` is a string. */
            amount: number;
            transaction_date: components["schemas"]["TransactionDate2025"];
            /** @description The code bought, such as a PIN. Empty for most products and when failed. */
            purchased_code: string;
        } & {
            [key: string]: unknown;
        };
        /**
         * @description The answer of Spectranet, on `/pay` and on `/requery` alike. VTpass's page "Spectranet API".
         *     What a biller adds stands at the top level.
         */
        PayAnswer2022: {
            /**
             * @description `000` delivered or pending, `016` failed, `099` pending, `040` reversed. `001` on requery only.
             * @enum {string}
             */
            code: "000" | "001" | "016" | "040" | "099";
            content: {
                transactions: components["schemas"]["Transaction2022"];
            };
            response_description: string;
            /** @description The `request_id` sent. */
            requestId: string;
            /** @description The price as a string with two decimals. */
            amount: string;
            transaction_date: components["schemas"]["TransactionDate2022"];
            /** @description The first card, such as `PIN: 08999186, S/N:81560189`. Empty when not delivered. */
            purchased_code: string;
            /** @description One card for each of `quantity`. Only when delivered. */
            cards?: components["schemas"]["Card"][];
        } & {
            [key: string]: unknown;
        };
        /**
         * @description The answer of `/requery`, of every product but Spectranet. `response_description` comes first.
         *     What a biller adds stands at the top level.
         */
        RequeryAnswer2025: {
            /** @description Such as `TRANSACTION SUCCESSFUL`, `TRANSACTION PROCESSING - PENDING`, `TRANSACTION FAILED`. */
            response_description: string;
            /**
             * @description `000` delivered or pending, `001` delivered, `016` failed, `040` reversed, `099` pending.
             * @enum {string}
             */
            code: "000" | "001" | "016" | "040" | "099";
            content: {
                transactions: components["schemas"]["Transaction2025Requery"];
            };
            /** @description The `request_id` of the purchase. */
            requestId: string;
            /** @description The price. */
            amount: number;
            transaction_date: components["schemas"]["TransactionDate2025"];
            /** @description The code bought, such as a PIN. Empty for most products and when failed. */
            purchased_code: string;
        } & {
            [key: string]: unknown;
        };
        /** @description `unit_price` and `amount` are strings, the commission is not rounded. */
        Transaction2025Pay: {
            status: components["schemas"]["TransactionStatus"];
            product_name: string;
            /** @description Whom it was for. */
            unique_element: string;
            /** @description As the client sent it when it equals the price (`100`), else as the variation has it (`410.00`). */
            unit_price: string;
            quantity: number;
            service_verification: null;
            /** @constant */
            channel: "api";
            /** @description amount × (rate / 100), an unrounded double. */
            commission: number;
            /** @description What the wallet pays. amount − commission + convinience_fee. */
            total_amount: number;
            discount: null;
            /** @description Such as `Airtime Recharge`, `Data Services`, `TV Subscription`. */
            type: string;
            /** @description The merchant's, not the customer's. */
            email: string;
            /** @description The merchant's, not the customer's. */
            phone: string;
            name: null;
            convinience_fee: number;
            /** @description The price of all, written as `unit_price` is. */
            amount: string;
            /** @constant */
            platform: "api";
            /** @constant */
            method: "api";
            transactionId: components["schemas"]["TransactionId"];
            commission_details: components["schemas"]["CommissionDetails"] & {
                amount?: number;
            };
        };
        /** @description `unit_price` and `amount` are numbers, the commission is rounded half up, `total_amount` stays exact. */
        Transaction2025Requery: {
            status: components["schemas"]["TransactionStatus"];
            product_name: string;
            /** @description Whom it was for. */
            unique_element: string;
            unit_price: number;
            quantity: number;
            service_verification: null;
            /** @constant */
            channel: "api";
            /** @description Rounded half up. */
            commission: number;
            /** @description Not rounded. The same figure as on `/pay`. */
            total_amount: number;
            discount: null;
            type: string;
            /** @description The merchant's, not the customer's. */
            email: string;
            /** @description The merchant's, not the customer's. */
            phone: string;
            name: null;
            extras: string | null;
            convinience_fee: number;
            amount: number;
            /** @constant */
            platform: "api";
            /** @constant */
            method: "wallet";
            transactionId: components["schemas"]["TransactionId"];
            product_id: number;
            commission_details: components["schemas"]["CommissionDetails"] & {
                amount?: number;
            };
        };
        /** @description Spectranet's. `unit_price` and `amount` are numbers, and there is no `commission_details`. */
        Transaction2022: {
            status: components["schemas"]["TransactionStatus"];
            product_name: string;
            /** @description Whom it was for. */
            unique_element: string;
            unit_price: number;
            quantity: number;
            service_verification: null;
            /** @constant */
            channel: "api";
            commission: number;
            /** @description What the wallet pays. */
            total_amount: number;
            discount: null;
            type: string;
            /** @description The merchant's, not the customer's. */
            email: string;
            /** @description The merchant's, not the customer's. */
            phone: string;
            name: null;
            convinience_fee: number;
            amount: number;
            /** @constant */
            platform: "api";
            /** @constant */
            method: "api";
            transactionId: components["schemas"]["TransactionId"];
        };
        /**
         * @description `initiated`, `pending` and `delivered` are on VTpass's page "Response Codes". `failed` was seen with 016.
         *     `reversed` comes with 040.
         * @enum {string}
         */
        TransactionStatus: "initiated" | "pending" | "delivered" | "failed" | "reversed";
        /** @description 26 digits. The first ten are Unix seconds. */
        TransactionId: string;
        /** @description UTC with microseconds. `requestId` is in Lagos time, one hour ahead. */
        TransactionDate2025: string;
        /** @description Lagos time. */
        TransactionDate2022: {
            date: string;
            /** @constant */
            timezone_type: 3;
            /** @constant */
            timezone: "Africa/Lagos";
        };
        CommissionDetails: {
            /** @description The commission in naira. Null on verification, where nothing is bought yet. */
            amount: number | null;
            /** @description Such as `3.50`. */
            rate: string;
            /** @description Such as `percent`. */
            rate_type: string;
            /** @description Such as `default`. */
            computation_type: string;
        };
        /** @description A PIN that was bought. */
        Card: {
            serialNumber: string;
            pin: string;
            expiresOn: string;
            value: number;
        };
        Balance: {
            /**
             * @description The number 1, not a string.
             * @constant
             */
            code: 1;
            /** @description The plural, where other answers have `content`. */
            contents: {
                /** @description Naira, not rounded. */
                balance: number;
            };
        };
        /**
         * @description A refusal of business, with HTTP 200. The texts are those of VTpass's page "Response Codes".
         *
         *     | Code | `response_description` | Where |
         *     | --- | --- | --- |
         *     | 001 | TRANSACTION QUERY | pay, only by name (`x-simulator-scenario: code-001`) |
         *     | 010 | VARIATION CODE DOES NOT EXIST FOR SELECTED PRODUCT | pay. The page has the shorter text, the longer was seen |
         *     | 011 | INVALID ARGUMENTS | a mandatory field is missing |
         *     | 012 | PRODUCT DOES NOT EXIST | pay, verification |
         *     | 013 | BELOW MINIMUM AMOUNT ALLOWED | pay |
         *     | 014 | REQUEST ID ALREADY EXIST | pay |
         *     | 015 | INVALID REQUEST ID | requery |
         *     | 017 | ABOVE MAXIMUM AMOUNT ALLOWED | pay |
         *     | 018 | LOW WALLET BALANCE | pay |
         *     | 019 | LIKELY DUPLICATE TRANSACTION | pay, and requery of that `request_id` |
         *     | 020 | BILLER CONFIRMED | only by name |
         *     | 021 | ACCOUNT LOCKED | the account |
         *     | 022 | ACCOUNT SUSPENDED | the account |
         *     | 023 | API ACCESS NOT ENABLE FOR USER | the account |
         *     | 024 | ACCOUNT INACTIVE | the account |
         *     | 025 | RECIPIENT BANK INVALID | only by name |
         *     | 026 | RECIPIENT ACCOUNT COULD NOT BE VERIFIED | only by name |
         *     | 027 | IP NOT WHITELISTED, CONTACT SUPPORT | the caller's IP |
         *     | 028 | PRODUCT IS NOT WHITELISTED ON YOUR ACCOUNT | pay |
         *     | 030 | BILLER NOT REACHABLE AT THIS POINT | pay, verification |
         *     | 031 | BELOW MINIMUM QUANTITY ALLOWED | pay |
         *     | 032 | ABOVE MINIMUM QUANTITY ALLOWED | pay |
         *     | 034 | SERVICE SUSPENDED | pay |
         *     | 035 | SERVICE INACTIVE | pay |
         *     | 040 | TRANSACTION REVERSAL | only by name |
         *     | 044 | TRANSACTION RESOLVED | only by name. The order is pending |
         *     | 085 | IMPROPER REQUEST ID: DOES NOT CONTAIN DATE | pay |
         *     | 085 | IMPROPER REQUEST ID: NOT PROPER DATE FORMAT – FIRST 8 CHARACTERS MUST BE DATE (TODAY’S DATE – YYYYMMDD) | pay |
         *     | 085 | IMPROPER REQUEST ID: DATE NOT TODAY’S DATE – FIRST 8 CHARACTERS MUST BE TODAY’S DATE IN THIS FORMAT: YYYYMMDD | pay |
         *     | 089 | REQUEST IS PROCESSING, PLEASE WAIT BEFORE MAKING ANOTHER REQUEST | pay |
         *     | 091 | TRANSACTION NOT PROCESSED | only by name. The order is failed |
         *
         *     On pay, 016 and 099 come with their transaction; asked for by name anywhere else, they come as this (ours).
         *     087 comes with HTTP 401, 083 with HTTP 500.
         */
        Refusal: {
            /** @enum {string} */
            code: "001" | "010" | "011" | "012" | "013" | "014" | "015" | "016" | "017" | "018" | "019" | "020" | "021" | "022" | "023" | "024" | "025" | "026" | "027" | "028" | "030" | "031" | "032" | "034" | "035" | "040" | "044" | "085" | "089" | "091" | "099";
            response_description: string;
            content: {
                /** @description Always empty. */
                errors: string[];
            };
        };
        /**
         * @description HTTP 401. The text is under `message`, and there is no `response_description`.
         * @example {
         *       "code": "087",
         *       "message": "INVALID CREDENTIALS"
         *     }
         */
        InvalidCredentials: {
            /** @constant */
            code: "087";
            /** @constant */
            message: "INVALID CREDENTIALS";
        };
        /**
         * @description HTTP 500. There is no `response_description`.
         * @example {
         *       "code": "083",
         *       "content": {
         *         "errors": []
         *       }
         *     }
         */
        SystemError: {
            /** @constant */
            code: "083";
            content: {
                /** @description Always empty. */
                errors: string[];
            };
        };
        /** @description (ours) The body of 404, 405 and 413. */
        Message: {
            /** @enum {string} */
            message: "NOT FOUND" | "METHOD NOT ALLOWED" | "REQUEST BODY TOO LARGE";
        };
        /** @description (ours) A mistake in a call to the simulator itself, after RFC 9457. */
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
        } & {
            [key: string]: unknown;
        };
        TransactionUpdate: {
            /** @constant */
            type: "transaction-update";
            data: components["schemas"]["TransactionSettled"] | components["schemas"]["TransactionReversed"];
        };
        /**
         * @description A pending transaction that is now delivered (`000`), or failed (`016`, ours).
         *     What a biller adds stands at the top level.
         */
        TransactionSettled: {
            /** @enum {string} */
            code: "000" | "016";
            content: {
                transactions: {
                    /** @enum {string} */
                    status: "delivered" | "failed";
                    product_name: string;
                    unique_element: string;
                    unit_price: number;
                    quantity: number;
                    service_verification: null;
                    /** @constant */
                    channel: "api";
                    commission: number;
                    total_amount: number;
                    discount: null;
                    type: string;
                    email: string;
                    phone: string;
                    name: null;
                    convinience_fee: number;
                    amount: number;
                    /** @constant */
                    platform: "api";
                    /** @constant */
                    method: "wallet";
                    transactionId: components["schemas"]["WebhookTransactionId"];
                };
            };
            /** @enum {string} */
            response_description: "TRANSACTION DELIVERED" | "TRANSACTION FAILED";
            amount: number;
            transaction_date: null;
            requestId: string;
            purchased_code: string;
        } & {
            [key: string]: unknown;
        };
        /** @description The money went back to the wallet. `transactions` has fewer keys. */
        TransactionReversed: {
            /** @constant */
            code: "040";
            content: {
                transactions: {
                    /** @constant */
                    status: "reversed";
                    unique_element: string;
                    unit_price: number;
                    commission: number;
                    total_amount: number;
                    discount: null;
                    amount: number;
                    transactionId: components["schemas"]["WebhookTransactionId"];
                    /** @description The credit that gave the money back. */
                    wallet_credit_id: string;
                };
            };
            /** @constant */
            response_description: "TRANSACTION REVERSAL TO WALLET";
            /** @description What went back, the transaction's `total_amount`. */
            amount: number;
            transaction_date: null;
            requestId: string;
            purchased_code: string;
        };
        /** @description The `transactionId` of the purchase. VTpass's samples of 2020 have 22 digits, the simulator's have 26. */
        WebhookTransactionId: string;
        VariationsUpdate: {
            /** @constant */
            type: "variations-update";
            /** @constant */
            response_description: "VARIATION CODE UPDATE";
            serviceID: string;
            service: string;
            summary: {
                added_variation_codes: number;
                updated_variation_codes: number;
                removed_variation_codes: number;
            };
            data: components["schemas"]["ServiceVariations"];
            actionRequired: {
                added: components["schemas"]["VariationChanges"];
                updated: components["schemas"]["VariationChanges"];
                removed: components["schemas"]["VariationChanges"];
            };
            /** @description Hyphens in the time too. */
            datetime: string;
        };
        VariationChanges: {
            total: number;
            variation_codes: string[];
        };
        /**
         * @description What the merchant answers. Anything else counts as not received.
         * @example {
         *       "response": "success"
         *     }
         */
        Acknowledgement: {
            /** @constant */
            response: "success";
        };
    };
    responses: {
        /** @description The credentials are missing or wrong. Checked before anything else. */
        InvalidCredentials: {
            headers: {
                "x-simulator-warning": components["headers"]["SimulatorWarning"];
                "x-simulator-reason": components["headers"]["SimulatorReason"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["InvalidCredentials"];
            };
        };
        /** @description System error. No order exists, so requery answers 015. */
        SystemError: {
            headers: {
                "x-simulator-warning": components["headers"]["SimulatorWarning"];
                "x-simulator-reason": components["headers"]["SimulatorReason"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["SystemError"];
            };
        };
        /** @description (ours) The request's body is too large. */
        BodyTooLarge: {
            headers: {
                "x-simulator-warning": components["headers"]["SimulatorWarning"];
                "x-simulator-reason": components["headers"]["SimulatorReason"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Message"];
            };
        };
        /** @description (ours) `x-simulator-scenario` names no scenario. */
        NoSuchScenario: {
            headers: {
                "x-simulator-warning": components["headers"]["SimulatorWarning"];
                "x-simulator-reason": components["headers"]["SimulatorReason"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /**
         * @description (ours) The scenario that decides this one call, by name: `delivered-but-unheard`, `pending-then-failed`,
         *     `timeout`, `code-016` … The control API's `ScenarioName` lists them. It goes before every rule of the account.
         *     An unknown name answers HTTP 400.
         */
        Scenario: string;
    };
    requestBodies: {
        /** @description As JSON or as a form. */
        Verify: {
            content: {
                "application/json": components["schemas"]["VerifyRequest"];
                "multipart/form-data": components["schemas"]["VerifyRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["VerifyRequest"];
            };
        };
        /** @description As JSON or as a form. */
        VerifySmileEmail: {
            content: {
                "application/json": components["schemas"]["VerifyRequest"];
                "multipart/form-data": components["schemas"]["VerifyRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["VerifyRequest"];
            };
        };
        /** @description As JSON or as a form. */
        Pay: {
            content: {
                "application/json": components["schemas"]["PayRequest"];
                "multipart/form-data": components["schemas"]["PayRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PayRequest"];
            };
        };
        /** @description As JSON or as a form. */
        Requery: {
            content: {
                "application/json": components["schemas"]["RequeryRequest"];
                "multipart/form-data": components["schemas"]["RequeryRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["RequeryRequest"];
            };
        };
    };
    headers: {
        /** @description (ours) Something in this request works here and should not be relied on. */
        SimulatorWarning: string;
        /** @description (ours) The fault that has left its mark on this answer, which may be none that this document has. */
        SimulatorFault: string;
        /** @description (ours) In words, why the request was refused. */
        SimulatorReason: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    serviceCategories: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description (ours) The scenario that decides this one call, by name: `delivered-but-unheard`, `pending-then-failed`,
                 *     `timeout`, `code-016` … The control API's `ScenarioName` lists them. It goes before every rule of the account.
                 *     An unknown name answers HTTP 400.
                 */
                "x-simulator-scenario"?: components["parameters"]["Scenario"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The categories. */
            200: {
                headers: {
                    "x-simulator-warning": components["headers"]["SimulatorWarning"];
                    "x-simulator-reason": components["headers"]["SimulatorReason"];
                    "x-simulator-fault": components["headers"]["SimulatorFault"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceCategories"] | components["schemas"]["Refusal"];
                };
            };
            400: components["responses"]["NoSuchScenario"];
            401: components["responses"]["InvalidCredentials"];
            500: components["responses"]["SystemError"];
        };
    };
    services: {
        parameters: {
            query: {
                /**
                 * @description A category's `identifier`.
                 * @example data
                 */
                identifier: string;
            };
            header?: {
                /**
                 * @description (ours) The scenario that decides this one call, by name: `delivered-but-unheard`, `pending-then-failed`,
                 *     `timeout`, `code-016` … The control API's `ScenarioName` lists them. It goes before every rule of the account.
                 *     An unknown name answers HTTP 400.
                 */
                "x-simulator-scenario"?: components["parameters"]["Scenario"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The products, or a refusal. */
            200: {
                headers: {
                    "x-simulator-warning": components["headers"]["SimulatorWarning"];
                    "x-simulator-reason": components["headers"]["SimulatorReason"];
                    "x-simulator-fault": components["headers"]["SimulatorFault"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Services"] | components["schemas"]["CatalogueRefusal"] | components["schemas"]["Refusal"];
                };
            };
            400: components["responses"]["NoSuchScenario"];
            401: components["responses"]["InvalidCredentials"];
            500: components["responses"]["SystemError"];
        };
    };
    serviceVariations: {
        parameters: {
            query: {
                /**
                 * @description A product's `serviceID`.
                 * @example gotv
                 */
                serviceID: string;
            };
            header?: {
                /**
                 * @description (ours) The scenario that decides this one call, by name: `delivered-but-unheard`, `pending-then-failed`,
                 *     `timeout`, `code-016` … The control API's `ScenarioName` lists them. It goes before every rule of the account.
                 *     An unknown name answers HTTP 400.
                 */
                "x-simulator-scenario"?: components["parameters"]["Scenario"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The variations, or a refusal. */
            200: {
                headers: {
                    "x-simulator-warning": components["headers"]["SimulatorWarning"];
                    "x-simulator-reason": components["headers"]["SimulatorReason"];
                    "x-simulator-fault": components["headers"]["SimulatorFault"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceVariations"] | components["schemas"]["CatalogueRefusal"] | components["schemas"]["Refusal"];
                };
            };
            400: components["responses"]["NoSuchScenario"];
            401: components["responses"]["InvalidCredentials"];
            500: components["responses"]["SystemError"];
        };
    };
    merchantVerify: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description (ours) The scenario that decides this one call, by name: `delivered-but-unheard`, `pending-then-failed`,
                 *     `timeout`, `code-016` … The control API's `ScenarioName` lists them. It goes before every rule of the account.
                 *     An unknown name answers HTTP 400.
                 */
                "x-simulator-scenario"?: components["parameters"]["Scenario"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["Verify"];
        responses: {
            /** @description The customer, or a bad number, or a refusal. */
            200: {
                headers: {
                    "x-simulator-warning": components["headers"]["SimulatorWarning"];
                    "x-simulator-reason": components["headers"]["SimulatorReason"];
                    "x-simulator-fault": components["headers"]["SimulatorFault"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerifyAnswer"] | components["schemas"]["Refusal"];
                };
            };
            400: components["responses"]["NoSuchScenario"];
            401: components["responses"]["InvalidCredentials"];
            413: components["responses"]["BodyTooLarge"];
            500: components["responses"]["SystemError"];
        };
    };
    merchantVerifySmileEmail: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description (ours) The scenario that decides this one call, by name: `delivered-but-unheard`, `pending-then-failed`,
                 *     `timeout`, `code-016` … The control API's `ScenarioName` lists them. It goes before every rule of the account.
                 *     An unknown name answers HTTP 400.
                 */
                "x-simulator-scenario"?: components["parameters"]["Scenario"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["VerifySmileEmail"];
        responses: {
            /** @description The customer and the accounts, or a bad email, or a refusal. */
            200: {
                headers: {
                    "x-simulator-warning": components["headers"]["SimulatorWarning"];
                    "x-simulator-reason": components["headers"]["SimulatorReason"];
                    "x-simulator-fault": components["headers"]["SimulatorFault"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerifyAnswer"] | components["schemas"]["Refusal"];
                };
            };
            400: components["responses"]["NoSuchScenario"];
            401: components["responses"]["InvalidCredentials"];
            413: components["responses"]["BodyTooLarge"];
            500: components["responses"]["SystemError"];
        };
    };
    pay: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description (ours) The scenario that decides this one call, by name: `delivered-but-unheard`, `pending-then-failed`,
                 *     `timeout`, `code-016` … The control API's `ScenarioName` lists them. It goes before every rule of the account.
                 *     An unknown name answers HTTP 400.
                 */
                "x-simulator-scenario"?: components["parameters"]["Scenario"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["Pay"];
        responses: {
            /** @description The transaction, or a refusal. */
            200: {
                headers: {
                    "x-simulator-warning": components["headers"]["SimulatorWarning"];
                    "x-simulator-reason": components["headers"]["SimulatorReason"];
                    "x-simulator-fault": components["headers"]["SimulatorFault"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayAnswer2025"] | components["schemas"]["PayAnswer2022"] | components["schemas"]["Refusal"];
                };
            };
            400: components["responses"]["NoSuchScenario"];
            401: components["responses"]["InvalidCredentials"];
            413: components["responses"]["BodyTooLarge"];
            500: components["responses"]["SystemError"];
        };
    };
    requery: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description (ours) The scenario that decides this one call, by name: `delivered-but-unheard`, `pending-then-failed`,
                 *     `timeout`, `code-016` … The control API's `ScenarioName` lists them. It goes before every rule of the account.
                 *     An unknown name answers HTTP 400.
                 */
                "x-simulator-scenario"?: components["parameters"]["Scenario"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["Requery"];
        responses: {
            /** @description The transaction, or a refusal. */
            200: {
                headers: {
                    "x-simulator-warning": components["headers"]["SimulatorWarning"];
                    "x-simulator-reason": components["headers"]["SimulatorReason"];
                    "x-simulator-fault": components["headers"]["SimulatorFault"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequeryAnswer2025"] | components["schemas"]["PayAnswer2022"] | components["schemas"]["Refusal"];
                };
            };
            400: components["responses"]["NoSuchScenario"];
            401: components["responses"]["InvalidCredentials"];
            413: components["responses"]["BodyTooLarge"];
            500: components["responses"]["SystemError"];
        };
    };
    balance: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description (ours) The scenario that decides this one call, by name: `delivered-but-unheard`, `pending-then-failed`,
                 *     `timeout`, `code-016` … The control API's `ScenarioName` lists them. It goes before every rule of the account.
                 *     An unknown name answers HTTP 400.
                 */
                "x-simulator-scenario"?: components["parameters"]["Scenario"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The balance, or a refusal. */
            200: {
                headers: {
                    "x-simulator-warning": components["headers"]["SimulatorWarning"];
                    "x-simulator-reason": components["headers"]["SimulatorReason"];
                    "x-simulator-fault": components["headers"]["SimulatorFault"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Balance"] | components["schemas"]["Refusal"];
                };
            };
            400: components["responses"]["NoSuchScenario"];
            401: components["responses"]["InvalidCredentials"];
            500: components["responses"]["SystemError"];
        };
    };
    transactionUpdate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransactionUpdate"];
            };
        };
        responses: {
            /** @description The merchant's acknowledgement. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Acknowledgement"];
                };
            };
        };
    };
    variationsUpdate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VariationsUpdate"];
            };
        };
        responses: {
            /** @description The merchant's acknowledgement. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Acknowledgement"];
                };
            };
        };
    };
}
