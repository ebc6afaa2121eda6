import { cacheExchange, Client, fetchExchange } from 'urql'

/** Talks to the server the page came from and to nobody else. Answers are kept per question while the page is open. */
export const client = new Client({
  url: '/graphql',
  exchanges: [cacheExchange, fetchExchange],
  preferGetMethod: false,
  fetchOptions: { headers: { accept: 'application/json' }, credentials: 'same-origin' },
})
