import { describe, expect, test } from 'bun:test'
import { existsSync } from 'node:fs'
import { banBreaches } from './house/bans'
import { circleBreaches } from './house/circles'
import { importBreaches } from './house/imports'
import { nameBreaches } from './house/names'
import { functionBreaches, lengthBreaches } from './house/sizes'
import { sources } from './house/source'
import { type Lock, lockBreaches, type Manifest, manifestBreaches } from './house/supply'

const code = await sources('{actors,views,src,tests}/**/*.{ts,tsx}', 'static/**/*.{js,css}')
const prose = await sources('*.{md,json,toml}', 'docs/**/*.md', '.ci/*', '.github/**/*.yml')

describe('imports', () => {
  test('every folder keeps to its row of the table', () => {
    expect(code.flatMap(importBreaches)).toEqual([])
  })

  const refused: [path: string, line: string][] = [
    ['actors/turn.ts', "import { Hono } from 'hono'"],
    ['actors/turn.ts', "import { systemClock } from '../src/clock'"],
    ['actors/agent/rules.ts', "import type { Store } from '../../src/store/store'"],
    ['views/chat/page.tsx', "import { kindOf } from '../../actors/address'"],
    ['views/chat/page.tsx', "import { type Entry, isForDesk } from '../../actors/entry'"],
    ['views/chat/page.tsx', "import { setup } from 'xstate'"],
    ['src/store/turns.ts', "import { openLocalBus } from '../bus/local'"],
    ['src/bus/redis.ts', "import { takeTurn } from '../../actors/turn'"],
    ['src/system/system.ts', "import { Redis } from 'ioredis'"],
    ['src/commands/say.ts', "import { Context } from 'hono'"],
    ['src/feeds/room.ts', "import {\n  send,\n} from '../system/system'"],
    ['src/live/sse.ts', "import type { Store } from '../store/store'"],
    ['src/reads/line.ts', "import type { FeedDesk } from '../feeds/desk'"],
    ['src/web/chat.tsx', "const { openSqlite } = await import('../store/sqlite')"],
    ['src/web/app.ts', "export { openDesk } from '../open'"],
    ['src/config.ts', "import { openDesk } from './open'"],
  ]
  test.each(refused)('%s may not hold %s', (path, text) => {
    expect(importBreaches({ path, text })).toHaveLength(1)
  })

  const welcome: [path: string, line: string][] = [
    ['views/chat/page.tsx', "import type { Entry } from '../../actors/entry'"],
    ['views/chat/page.tsx', "import { type Entry, type By } from '../../actors/entry'"],
    ['views/chat/page.tsx', "import { limits } from '../../actors/limits'"],
    ['src/web/app.ts', "// import { openDesk } from '../open'"],
    ['tests/web/chat.test.ts', "import { openDesk } from '../../src/open'"],
    ['src/cli/serve.ts', "import { openDesk } from '../open'"],
  ]
  test.each(welcome)('%s may hold %s', (path, text) => {
    expect(importBreaches({ path, text })).toEqual([])
  })
})

describe('circles', () => {
  test('no files import each other in a circle', () => {
    expect(circleBreaches(code.filter(({ path }) => !path.startsWith('tests/')))).toEqual([])
  })

  test('a circle of three is seen, with types', () => {
    const three = [
      { path: 'actors/one.ts', text: "import { two } from './two'" },
      { path: 'actors/two.ts', text: "import type { Three } from './three'" },
      { path: 'actors/three.ts', text: "export { one } from './one'" },
      { path: 'actors/four.ts', text: "import { one } from './one'" },
    ]
    expect(circleBreaches(three)).toEqual(['a circle: actors/one, actors/three, actors/two'])
    expect(circleBreaches(three.slice(1))).toEqual([])
  })
})

describe('bans', () => {
  test('nothing in the tree is banned', () => {
    expect([...code, ...prose].flatMap(banBreaches)).toEqual([])
  })

  const refused: [path: string, line: string][] = [
    ['actors/turn.ts', 'const at = Date.now()'],
    ['views/chat/page.tsx', 'const at = new Date()'],
    ['src/web/chat.tsx', 'const at = Date.now()'],
    ['actors/turn.ts', 'const id = crypto.randomUUID()'],
    ['src/system/postman.ts', 'const wait = Math.random() * 5'],
    ['actors/turn.ts', 'setTimeout(go, 5)'],
    ['src/feeds/presence.ts', 'this.second = setInterval(go, 1000)'],
    ['src/system/system.ts', 'await Bun.sleep(5)'],
    ['src/cli/control.ts', 'const signal = AbortSignal.timeout(10)'],
    ['src/web/web.ts', "import { scheduler } from 'node:timers/promises'"],
    ['src/web/web.ts', 'setImmediate(go)'],
    ['views/layout.tsx', 'const host = process.env.HOST'],
    ['actors/turn.ts', 'export const take = async () => 1'],
    ['views/chat/page.tsx', '<p>{raw(text)}</p>'],
    ['views/chat/page.tsx', '<p dangerouslySetInnerHTML={{ __html: text }} />'],
    ['views/chat/page.tsx', '<p style="color: red">'],
    ['views/chat/page.tsx', '<button onclick="go()">'],
    ['views/layout.tsx', '<script nonce={nonce}>go()</script>'],
    ['views/chat/page.tsx', '<a {...props}>'],
    ['views/chat/page.tsx', "const to = 'javascript:go()'"],
    ['src/store/search.ts', 'sql.identifier(column)'],
    ['src/reads/room.ts', 'const { earlier } = stored?.snapshot.context'],
    ['src/store/queries/rows.ts', 'const path = sql.raw("\'$.context.unread\'")'],
    ['src/reads/poll.ts', 'if (this.desk.clock.now() - this.at > REST_MS) go()'],
    ['src/reads/queue.ts', 'const waitMs = this.readAt + REST_MS - this.desk.clock.now()'],
    ['src/web/app.ts', 'const body = (await request.json()) as any'],
    ['src/web/app.ts', "app.get('/chat', show)"],
    ['static/css/base.css', 'a { margin-left: 4px; }'],
    ['static/css/base.css', 'a { border-top-right-radius: 4px; }'],
    ['static/css/base.css', 'a { left: 0; }'],
    ['static/css/base.css', 'a { text-align: right; }'],
    ['static/css/base.css', 'a { padding: 1px calc(2px + 1em) 3px 4px; }'],
    ['static/css/base.css', 'a { border-radius: 4px 0 0 4px; }'],
    ['static/css/base.css', 'a { border-radius: 4px 4px 0 4px; }'],
    ['tests/web/chat.test.ts', "test.skip('later', () => {})"],
    ['tests/web/chat.test.ts', "test.concurrent.only('now', () => {})"],
    ['views/chat/page.tsx', '<p>{name} · {when}</p>'],
    ['views/chat/page.tsx', "const says = names.join(', ')"],
    ['views/chat/page.tsx', `const says = \`\${name}: \${when}\``],
    ['static/page.js', "const kept = localStorage.getItem('kept')"],
    ['src/web/app.ts', '// @ts-ignore'],
    ['docs/words.md', 'the file is at /home/olga/notes.md'],
    ['docs/words.md', `TO${'DO'}: say more`],
  ]
  test.each(refused)('%s may not hold %s', (path, text) => {
    expect(banBreaches({ path, text })).toHaveLength(1)
  })

  const welcome: [path: string, line: string][] = [
    ['actors/turn.ts', "// Never Date.now here: don't.\nconst at = event.at"],
    ['views/chat/page.tsx', 'const day = new Date(at)'],
    ['views/chat/page.tsx', '<Entry {...reader} />'],
    ['src/cli/doctor.ts', "const file = '/proc/self/limits'"],
    ['src/store/rows.ts', 'sql.raw(String(PREVIEW))'],
    ['views/layout.tsx', '<script src={paths.static(file)} nonce={nonce} />'],
    ['src/web/app.ts', "const any = words.split('/')"],
    ['static/css/base.css', 'a { padding: 1px calc(2px + 1em) 3px calc(2px + 1em); }'],
    ['static/css/base.css', '.status[data-state="left"] { border-radius: 4px 4px 0 0; }'],
    ['static/css/base.css', 'a { margin-inline-start: 4px; inset: auto 0 0; /* left: 0 */ }'],
    ['src/clock.ts', 'now: () => Date.now()'],
    ['src/reads/room.ts', "const context = contextIn('visitor', stored?.snapshot)"],
    ['src/bus/sender.ts', 'setImmediate(flush)'],
    ['src/feeds/feed.ts', 'this.resting = clock.after(500, go)'],
  ]
  test.each(welcome)('%s may hold %s', (path, text) => {
    expect(banBreaches({ path, text })).toEqual([])
  })
})

describe('names', () => {
  test('one word means one thing', () => {
    expect(code.flatMap(nameBreaches)).toEqual([])
  })

  const refused = [
    'export const rest = 1',
    'const rest = 1',
    'type Step = string',
    'async function settle() {}',
    'export abstract class Shared {',
    'class Pipe {\n  private readonly heard: string\n',
    'export class Pipe {\n  readonly #taken = 1\n}',
    'class Pipe {\n  private async rest(waits: string): Promise<void> {\n',
    'class Pipe {\n  constructor() {\n    go()\n  }\n\n  beat(now: number): void {',
  ]
  test.each(refused)('no file has %s', (text) => {
    expect(nameBreaches({ path: 'src/a.ts', text })).toHaveLength(1)
  })

  const welcome = [
    'const restOf = 1\nclass Steps {\n  heardBy = 1\n}',
    'class Pipe {\n  go(): void {\n    const rest = 1\n    taken()\n  }\n}',
    'class Pipe {\n}\nconst asked = {\n  heard: 1,\n}',
    '// const rest = 1',
  ]
  test.each(welcome)('a file may have %s', (text) => {
    expect(nameBreaches({ path: 'src/a.ts', text })).toEqual([])
  })
})

test('a decision is found by its number', () => {
  const paths = prose.map(({ path }) => path).filter((path) => path.startsWith('docs/decisions/'))
  const numbers = paths.map((path) =>
    path.slice('docs/decisions/'.length, -'.md'.length).slice(0, 4),
  )
  expect(numbers.filter((number, nth) => numbers.indexOf(number) !== nth)).toEqual([])
})

describe('sizes', () => {
  test('no file is too long', () => {
    expect(code.flatMap(lengthBreaches)).toEqual([])
  })

  test('a long file is seen', () => {
    expect(lengthBreaches({ path: 'src/a.ts', text: 'x\n'.repeat(251) })).toHaveLength(1)
    expect(lengthBreaches({ path: 'static/a.js', text: 'x\n'.repeat(201) })).toHaveLength(1)
    expect(lengthBreaches({ path: 'src/a.ts', text: 'x\n'.repeat(250) })).toEqual([])
  })

  test('the linter sees long functions everywhere but in tests', async () => {
    const config = await Bun.file('biome.json').text()
    expect(functionBreaches(config)).toEqual([])
    expect(functionBreaches(config.replace('60', '61'))).toHaveLength(1)
    expect(functionBreaches(config.replace('tests/**', 'static/**'))).toHaveLength(1)
  })
})

describe('supply', () => {
  test('every dependency is pinned, explained and quiet', async () => {
    const manifest: Manifest = await Bun.file('package.json').json()
    expect(manifestBreaches(manifest, await Bun.file('docs/dependencies.md').text())).toEqual([])
    expect(lockBreaches(Bun.JSONC.parse(await Bun.file('bun.lock').text()) as Lock)).toEqual([])
    expect(existsSync('package-lock.json')).toBe(false)
  })

  test('a loose, unexplained or scripted dependency is seen', () => {
    const manifest = {
      dependencies: { hono: '^4.0.0' },
      devDependencies: { zod: '4.0.0' },
      trustedDependencies: ['esbuild'],
    }
    expect(manifestBreaches(manifest, 'only `zod` is told')).toEqual([
      'hono is not pinned: ^4.0.0',
      'docs/dependencies.md does not name hono',
      'esbuild may run scripts when it is installed',
    ])
  })

  test('a lock without one platform is seen', () => {
    const wants = { optionalDependencies: { 'x-linux': '1.0.0', 'x-darwin': '1.0.0' } }
    const lock: Lock = { packages: { x: ['x@1.0.0', '', wants], 'x-linux': ['x-linux@1.0.0', ''] } }
    expect(lockBreaches(lock)).toHaveLength(1)
  })
})
