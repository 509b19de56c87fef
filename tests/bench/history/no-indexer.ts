/** Loaded before the program: it takes nothing into the index of the search. */
import { plugin } from 'bun'

plugin({
  name: 'no indexer',
  setup: ({ onLoad }) => {
    onLoad({ filter: /src\/system\/indexer\.ts$/ }, () => ({
      loader: 'ts',
      contents: `
        export const INDEX_VERSION = 'search.version'
        export const openIndexer = () => ({ start() {}, round: async () => {}, stop: async () => {} })
      `,
    }))
  },
})
