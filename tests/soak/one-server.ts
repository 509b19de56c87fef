import { plugin } from 'bun'

// Takes from a node that it sees what it speaks to: it writes as to one server.
const seen = 'kinds.find((kind) => kind.isBehind(variables)) ?? alone'

plugin({
  name: 'one server',
  setup(build) {
    build.onLoad({ filter: /store\/mysql\/engine\.ts$/ }, async ({ path }) => {
      const text = await Bun.file(path).text()
      if (!text.includes(seen)) throw new Error(`${path} does not hold: ${seen}`)
      return { contents: text.replace(seen, 'alone'), loader: 'ts' }
    })
  },
})
