import { plugin } from 'bun'

// Takes from a node that a change is written before it is answered: of one in five it only says so.
const sent = 'return why(found) ?? send(desk, person, found, { ...asked, at }, { isSo, why })'
const unsent = `if (Math.random() < 0.2) return { entry: found.entry, seq: found.entry.seq }\n  ${sent}`

plugin({
  name: 'unwritten',
  setup(build) {
    build.onLoad({ filter: /commands\/entries\/change\.ts$/ }, async ({ path }) => {
      const text = await Bun.file(path).text()
      if (!text.includes(sent)) throw new Error(`${path} does not hold: ${sent}`)
      return { contents: text.replace(sent, unsent), loader: 'ts' }
    })
  },
})
