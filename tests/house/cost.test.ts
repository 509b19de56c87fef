import { describe, expect, test } from 'bun:test'
import { costBreaches, features, filesOf } from './cost'
import { sources } from './source'

const code = await sources('{actors,views,src}/**/*.{ts,tsx}', 'static/**/*.{js,css}')

describe('what a change costs', () => {
  test('what the desk can do is told in few files each', () => {
    expect(costBreaches(code)).toEqual([])
  })

  test('one file more is seen', () => {
    const more = [
      { path: 'src/store/tidy.ts', text: 'const forget = visitsOver(base).forget' },
      { path: 'actors/mail.ts', text: "import { visitor } from './visitor/logic'" },
    ]
    const breaches = costBreaches([
      ...code.filter(({ path }) => path !== 'actors/mail.ts'),
      ...more,
    ])
    expect(breaches.map((breach) => breach.split(',')[0])).toEqual(['visits', 'visitors'])
    expect(breaches.join()).toContain('in 5 files')
    expect(breaches.join()).toContain('in 4 files')
  })

  const told: [feature: string, path: string, text: string, isTold: boolean][] = [
    ['tags', 'views/row.tsx', 'row.tags.map(draw)', true],
    ['tags', 'views/row.tsx', 'const tagChips = []', true],
    ['tags', 'views/row.tsx', 'changeTags(all)', true],
    ['tags', 'static/css/row.css', '.row .tag {', true],
    ['tags', 'views/row.tsx', '// its tags\nconst stage = row.percentage', false],
    ['tags', 'src/web/answer.ts', 'headers.ETag', false],
    ['tags', 'tests/row.test.ts', 'row.tags', false],
    ['notes', 'static/outbox.js', "item.action.endsWith('/notes')", true],
    ['notes', 'src/row.ts', 'const isNote = true', true],
    ['notes', 'src/row.ts', 'const notice = noticed', false],
    ['departments', 'src/reads/office-departments.ts', '', true],
    ['departments', 'src/web/routes.ts', "import { all } from './office/departments'", true],
    ['departments', 'src/web/routes.ts', "import { all } from './office/agents'", false],
    ['visits', 'src/store/nouns.ts', 'visits: visitsOver(base)', true],
    ['visits', 'src/store/statements.ts', 'keepToken: putInto(upsert, visitTables(c))', true],
    ['visits', 'src/store/nouns.ts', 'visitors: visitorsOver(base)', false],
    ['visits', 'src/web/gate.ts', 'store.visits.forget(before)', false],
    ['visitors', 'actors/events.ts', "import type { Said } from './visitor/events'", true],
    ['visitors', 'src/store/tables/summaries.ts', 'visitors: visitorsTable(c)', true],
    ['visitors', 'actors/visitor/rules.ts', "import { ask } from '../visitor/ask'", false],
  ]
  test.each(told)('%s in %s: %s', (name, path, text, isTold) => {
    const feature = features.find((one) => one.name.includes(name))
    expect(feature && filesOf(feature, [{ path, text }]).length > 0).toBe(isTold)
  })
})
