import { mistakesIn } from './mutant.ts'

/** How requests are read and refused. */
export const refusalMutants = [
  ...mistakesIn('simulator/wire/refusal.ts', [
    {
      name: '087-with-response-description',
      title: '087 has response_description in place of message',
      text: "{ code, message: 'INVALID CREDENTIALS' }",
      becomes: "{ code, response_description: 'INVALID CREDENTIALS' }",
      expected: ['refuses-get-balance-with-none'],
    },
    {
      name: '087-with-http-200',
      title: '087 comes with HTTP 200',
      text: '(401, {',
      becomes: '(200, {',
      expected: ['refuses-post-pay-with-wrong-api-key'],
    },
    {
      name: '083-with-http-200',
      title: '083 comes with HTTP 200',
      text: '(500, {',
      becomes: '(200, {',
      expected: ['mtn-unexpected', 'answers-083-on-command'],
    },
    {
      name: 'refusals-with-http-400',
      title: 'refusals come with HTTP 400 in place of 200',
      text: '(200, { code, response_description: text,',
      becomes: '(400, { code, response_description: text,',
      expected: ['refuses-an-unknown-product', 'refuses-a-used-request-id'],
    },
    {
      name: 'refusals-without-content',
      title: 'refusals have no content',
      text: 'response_description: text, content: { errors: [] } }',
      becomes: 'response_description: text }',
      expected: ['refuses-mtn-below-its-minimum'],
    },
    {
      name: 'catalogue-refusal-with-a-list',
      title: 'errors is a list where a category does not exist',
      text: "code: '011', content: { errors } }",
      becomes: "code: '011', content: { errors: [errors] } }",
      expected: ['refuses-an-unknown-category', 'refuses-variations-of-no-product'],
    },
  ]),
  ...mistakesIn('simulator/wire/codes.ts', [
    {
      name: '085-with-straight-quotes',
      title: "the text of 085 lacks the page's own quotes",
      text: 'DATE NOT TODAY’S DATE – FIRST',
      becomes: 'DATE NOT TODAY`S DATE – FIRST',
      expected: ['refuses-request-id-of-yesterday'],
    },
    {
      name: '010-with-the-text-of-the-page',
      title: 'the text of 010 is the short one',
      text: 'VARIATION CODE DOES NOT EXIST FOR SELECTED PRODUCT',
      becomes: 'VARIATION CODE DOES NOT EXIST',
      expected: ['refuses-an-unknown-plan-of-glo-sme-data'],
    },
  ]),
  ...mistakesIn('simulator/wire/fields.ts', [
    {
      name: 'empty-text-is-a-value',
      title: 'an empty phone is taken for a phone',
      text: "return text === '' ? undefined : text",
      becomes: 'return text',
      expected: ['refuses-an-empty-phone', 'refuses-to-verify-an-empty-number'],
    },
  ]),
  ...mistakesIn('simulator/vtpass-api/authenticate.ts', [
    {
      name: 'any-public-key-is-right',
      title: 'a GET with a wrong public-key is answered',
      text: 'return refused(live, "the public-key is not this api-key\'s")',
      becomes: 'return trusted(live)',
      expected: ['refuses-get-balance-with-wrong-second-key'],
    },
    {
      name: 'no-secret-key-is-needed',
      title: 'a POST without a secret-key is answered',
      text: 'return secretFits ? trusted(live)',
      becomes: 'return apiKey.length > 0 ? trusted(live)',
      expected: ['refuses-post-pay-with-api-key-alone', 'refuses-post-requery-with-wrong-second-key'],
    },
    {
      name: 'any-password-is-right',
      title: 'a wrong password is taken',
      text: " || live.world.account.password !== rest.join(':')",
      becomes: '',
      expected: ['refuses-get-balance-with-wrong-password'],
    },
  ]),
  ...mistakesIn('simulator/vtpass-api/routes.ts', [
    {
      name: 'variations-need-credentials',
      title: 'service-variations is refused without credentials',
      text: "serviceVariations, 'nothing'",
      becomes: "serviceVariations, 'credentials'",
      expected: ['takes-service-variations-with-none'],
    },
  ]),
  ...mistakesIn('simulator/vtpass-api/no-route.ts', [
    {
      name: 'wrong-method-is-not-found',
      title: 'a wrong method is answered with HTTP 404',
      text: '(405, {',
      becomes: '(404, {',
      expected: ['refuses-get-pay'],
    },
    {
      name: 'allow-is-left-out',
      title: 'a wrong method is refused without saying which is allowed',
      text: 'headers: { allow }, ',
      becomes: '',
      expected: ['refuses-post-balance'],
    },
  ]),
  ...mistakesIn('simulator/vtpass-api/requery.ts', [
    {
      name: '019-is-told-as-015',
      title: 'requery of a likely duplicate answers 015',
      text: 'refuse({ code: found.refusedWith,',
      becomes: "refuse({ code: '015',",
      expected: ['refuses-a-second-purchase-of-spectranet', 'refuses-a-second-purchase-of-smile-direct'],
    },
  ]),
  ...mistakesIn('simulator/vtpass-api/read-body.ts', [
    {
      name: 'forms-are-not-read',
      title: 'a purchase that was sent as a form is refused',
      text: 'return readUntyped(textOf(body))',
      becomes: "return unread('only JSON is read')",
      expected: ['takes-a-form'],
    },
  ]),
]
