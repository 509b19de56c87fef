import { expect, test } from 'bun:test'
import { chosen, findSteps, planOf } from './steps'

const folders = ['house', 'actors', 'browser', 'chaos', 'bus', 'soak', 'web']
const steps = findSteps(folders.map((name) => `tests/${name}/a.test.ts`))
const names = (list: readonly { name: string }[]) => list.map(({ name }) => name).join(' ')
const seconds = { actors: 20, browser: 100, 'chaos/a': 50, house: 3, bus: 12 }

test('what computes comes first: the tools, then the longest', () => {
  const { computing } = planOf(chosen(steps, []), seconds)
  expect(names(computing)).toBe('lint types browser actors web house')
})

test('what depends on the clock runs apart from it, and so does a step nobody knows', () => {
  const { waiting } = planOf([...chosen(steps, []), { name: 'mail', files: [] }], seconds)
  expect(names(waiting)).toBe('chaos/a bus mail')
})

test('nothing is left out, but the long runs unless they are named', () => {
  const { computing, waiting } = planOf(chosen(steps, []))
  const all = [...computing, ...waiting].map(({ name }) => name).toSorted()
  expect(all).toEqual(steps.flatMap(({ name }) => (name === 'soak' ? [] : [name])).toSorted())
  expect(names(chosen(steps, ['soak']))).toBe('soak')
})

test('a file that starts servers or nodes of its own is a step of its own', () => {
  const files = ['store/mysql-group', 'store/sqlite', 'chaos/kills', 'chaos/timers']
  const steps = findSteps(files.map((file) => `tests/${file}.test.ts`))
  expect(names(steps)).toBe('lint types chaos/kills chaos/timers store store/mysql-group')
  expect(names(chosen(steps, ['chaos']))).toBe('chaos')
})

test('a folder with much to do is shared out, and is one step for who asks for it', () => {
  const files = ['a', 'b', 'c', 'd', 'e'].map((name) => `tests/browser/${name}.test.ts`)
  const steps = findSteps(files)
  const parts = steps.flatMap((step) => ('files' in step ? [step] : []))
  expect(names(parts)).toBe('browser/1 browser/2 browser/3')
  expect(parts.flatMap(({ files }) => files).toSorted()).toEqual(files)
  expect(names(planOf(steps, {}).waiting)).toBe('')
  expect(chosen(steps, ['browser'])).toEqual([{ name: 'browser', files }])
})
