import { expect, test } from 'bun:test'
import { chosen, findSteps, planOf } from './steps'

const folders = ['house', 'actors', 'browser', 'chaos', 'bus', 'soak', 'web']
const steps = findSteps(folders.map((name) => `tests/${name}/a.test.ts`))
const names = (list: readonly { name: string }[]) => list.map(({ name }) => name).join(' ')
const seconds = { actors: 20, browser: 100, chaos: 50, house: 3, bus: 12 }

test('two lanes share what may have company: the tools first, then the longest', () => {
  const { shared } = planOf(chosen(steps, []), seconds)
  expect(names(shared)).toBe('format lint types browser actors web house')
})

test('what depends on the clock runs alone, the quickest first, and so does a step nobody knows', () => {
  const { alone } = planOf([...chosen(steps, []), { name: 'mail', files: [] }], seconds)
  expect(names(alone)).toBe('mail bus chaos')
})

test('nothing is left out, but the long runs unless they are named', () => {
  const { shared, alone } = planOf(chosen(steps, []))
  const all = [...shared, ...alone].map(({ name }) => name).toSorted()
  expect(all).toEqual(steps.flatMap(({ name }) => (name === 'soak' ? [] : [name])).toSorted())
  expect(names(chosen(steps, ['soak']))).toBe('soak')
})
