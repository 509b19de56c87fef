import { dirname, join } from 'node:path'
import { type Breach, type Source, withoutComments } from './source'

/**
 * Who may import whom. A word is a path or a package and allows everything under it;
 * `type x` allows only types of x. Every folder may import itself.
 */
const table: Record<string, string[]> = {
  // What the system and the disk say, before there is a desk.
  'src/disk': ['node:'],
  'src/config': ['node:', 'src/disk', 'src/log', 'zod'],
  // Of the third only Unicode's table of what looks alike; the fourth keeps what comes of a text alone,
  // and forgets what was not asked for the longest. Patterns of a desk's own are matched by the last.
  actors: ['xstate', 'zod', 'unhomoglyph', 'lru-cache', 're2js'],
  // Limits are numbers that pages show and forms carry, what a text is, is the same for all; what can
  // be done to a conversation gives addresses and rights their names.
  views: [
    ...['hono/jsx', 'hono/html', 'lucide-static', 'type actors', 'actors/limits', 'actors/text'],
    ...['actors/conversation/aspects', 'actors/conversation/verbs', 'lru-cache'],
    // What an event is called, wherever one is told of.
    'actors/chart/event-name',
    // What came with an entry, and whom it calls by name.
    ...['actors/sent-files', 'actors/mentions'],
    // Of what kinds an attribute may be.
    'actors/visitor/profile',
    // Who is known by an account here.
    'actors/customers',
    // The fields of a form, in the words of their reader.
    'actors/form',
    // The languages that words are prepared in, and how much a macro does.
    'actors/canned',
    // By what a tag is known, and in which tints it may be drawn.
    'actors/tag',
    // What an erasure does, and what went with it.
    'actors/erasing/erasure',
    // In which parts of its form the settings of a department stand.
    'actors/department/setting-groups',
    // Why somebody is away and what they are told of, each by its word.
    ...['actors/agent/away', 'actors/agent/notices'],
  ],
  // What an address is, and whether it is in a network.
  'src/policies': ['actors', 'basics', 'rate-limiter-flexible', 'node:net'],
  'src/store': [
    ...['drizzle-orm', 'mysql2', 'bun:sqlite', 'bun:ffi', 'node:', 'zod', 'migrations'],
    ...['type actors', 'actors/limits', 'actors/summary', 'actors/current', 'basics'],
    // What stands in for the body of an entry that cannot be read.
    ...['actors/entry', 'actors/quote', 'actors/sent-files'],
    // Who is told of what was written.
    'actors/mentions',
    // What those who answer are told of, as it was kept.
    'actors/agent/notices',
    // Whose transcript lines are made of others.
    'actors/address',
    // By which words of the index it is found where a conversation is.
    'actors/search/place',
    // How long the name of a tag may be, and which are on a conversation.
    'actors/tag',
    // How long the words of a canned reply, or the name of a macro or a role, may be.
    ...['actors/canned', 'actors/role'],
    // What is known of visitors, and goes over where two become one.
    ...['actors/visitor/profile', 'actors/visitor/merge', 'actors/visitor/name'],
    // How long the label of a provider, or the name of a passkey, may be.
    ...['actors/provider', 'actors/passkey'],
    // What is looked for of somebody who is erased.
    'actors/erasing/erasure',
    // How long the name of a text of visitors may be.
    'actors/text/wording',
    // What settings were stored without is filled in when their rows are read.
    ...['actors/agent/settings', 'actors/department/settings'],
  ],
  'src/bus': [
    ...['ioredis', 'zod', 'type actors', 'actors/address', 'actors/limits', 'basics'],
    // The words that a message may have in it.
    ...['actors/facts', 'actors/page-state'],
  ],
  // Acts are sealed by their canonical text.
  'src/system': ['actors', 'ports', 'type src/files', 'lru-cache', 'canonicalize', 'basics'],
  // All that a desk holds as one file, and back: read as the database has it, proven as the desk takes
  // its turns and seals its acts.
  'src/backup': [
    ...['type actors', 'ports', 'basics', 'node:', 'zod', 'tar'],
    ...['src/store/dump/dump', 'src/store/dump/marks', 'src/files'],
    ...['src/system/replay', 'src/system/sealer/verify', 'src/commands/backups'],
  ],
  // How a node feels, and the same in figures for programs that watch.
  'src/vitals': ['basics', 'prom-client', 'package.json', 'type views'],
  // What the bytes of a file are, and where they are kept.
  'src/files': ['actors', 'ports', 'basics', 'node:', 'file-type'],
  // Who is told while no page is open, and by which service.
  'src/push': [
    ...['actors', 'ports', 'views', 'node:', 'web-push', 'lru-cache', 'basics'],
    // Which addresses are none of the world.
    'src/policies/inner',
  ],
  // Mail to visitors: its words, its link, and the server it goes out by.
  'src/letters': [
    ...['actors', 'ports', 'views', 'src/commands/letters', 'basics', 'nodemailer', 'node:'],
    // Whose password a link sets, and whose account it opens.
    ...['src/commands/accounts', 'src/commands/customers'],
    // What the desk is called, and whether visitors have accounts.
    'src/commands/desk-settings/read',
  ],
  'src/commands': [
    // Calendars of holidays, as a file.
    'ical.js',
    ...[
      'actors',
      'src/policies',
      'src/system',
      'src/files',
      'src/push',
      'ports',
      'zod',
      'p-limit',
      'basics',
    ],
    // Who somebody is, as their own site signs it.
    'jose',
    // A table of visitors.
    'csv-parse',
    // How the host of a mail address is written.
    'node:url',
    // What is kept sealed, and codes of apps that are a second factor.
    ...['node:crypto', 'otpauth'],
    // Services that say who somebody is, and where they are.
    ...['openid-client', 'node:dns/promises', 'node:net', 'lru-cache'],
    // What keys of devices answer.
    '@simplewebauthn/server',
  ],
  // Connections carry what they are given: no word of the desk is in here, but where a page is.
  'src/live': ['type bun', 'type actors/page-state', 'basics'],
  'src/reads': [
    ...['actors', 'ports', 'src/live', 'src/policies', 'views', 'hono/jsx', 'hono/html'],
    ...['lru-cache', 'basics'],
    // All that is kept of a person, in one file.
    'client-zip',
    // How an actor came to be what it is: its turns, taken again.
    'src/system/replay',
    // How the desk feels, and when its newest backup was made.
    ...['type src/vitals', 'src/commands/backups'],
  ],
  'src/feeds': [
    ...['actors', 'ports', 'src/live', 'src/reads', 'src/policies', 'views', 'hono/jsx'],
    ...['lru-cache', 'basics'],
  ],
  'src/web': [
    ...['actors', 'src/commands', 'src/live', 'src/reads', 'src/feeds', 'src/policies', 'views'],
    ...['ports', 'basics'],
    ...['hono', 'zod', 'lru-cache', 'node:', 'bun', 'static', 'htmx.org', '@fastify/busboy'],
    // Served, beside htmx.
    ...['emoji-picker-element', 'emoji-picker-element-data'],
    // How a form that is too large ends in the middle.
    'src/files/refused',
    // A list as a table.
    'csv-stringify',
    // A key as a picture for cameras.
    'qr',
    // How a node feels.
    'src/vitals',
    // The key by which browsers ask to be told.
    'src/push/keys',
    // What browsers say of themselves, and where addresses are.
    ...['ua-parser-js', 'mmdb-lib'],
  ],
}

/** The few things at the top of src/ that every ring there may use. */
const basics = ['src/clock', 'src/retry', 'src/log', 'src/config', 'src/disk']

/** The doors of the store and the bus, which say nothing of what is behind them. */
const ports = ['src/store/store', 'src/store/ports', 'src/store/unavailable', 'src/bus/bus']

const groups: Record<string, string[]> = { basics, ports }

/** Where the desk is put together: only the program and the tests may start from here. */
const top = ['src/open', 'src/main', 'src/cli']

type Import = { from: string; typeOnly: boolean }

export const importBreaches = (source: Source): Breach[] => {
  const ring = ringOf(source.path)
  const allowed = table[ring]
  const found = importsOf(source)
  if (allowed === undefined) {
    const isFree =
      ring === 'tests' || top.some((path) => isUnder(source.path.replace(/\.tsx?$/, ''), path))
    return isFree
      ? []
      : say(
          source,
          found.filter(({ from }) => top.some((p) => isUnder(from, p))),
        )
  }
  const words = [...allowed, ring].flatMap((word) => groups[word] ?? [word])
  return say(
    source,
    found.filter((one) => !words.some((word) => permits(word, one))),
  )
}

const say = ({ path }: Source, imports: Import[]): Breach[] =>
  imports.map(({ from, typeOnly }) => `${path} imports ${typeOnly ? 'types of ' : ''}${from}`)

const ringOf = (path: string): string => {
  const [first = '', second = '', third] = path.split('/')
  return first === 'src' && third !== undefined ? `src/${second}` : first
}

const permits = (word: string, { from, typeOnly }: Import) =>
  word.startsWith('type ') ? typeOnly && isUnder(from, word.slice(5)) : isUnder(from, word)

const isUnder = (path: string, folder: string) =>
  path === folder || path.startsWith(folder.endsWith(':') ? folder : `${folder}/`)

/** What a file imports, with relative paths told from the root. */
export const importsOf = (source: Source): Import[] => {
  const { text } = withoutComments(source)
  const statements = [...text.matchAll(statement)].map(([, type, names = '', from = '']) => ({
    from: resolve(source.path, from),
    typeOnly: type !== undefined || isAllTypes(names),
  }))
  const calls = [...text.matchAll(call)].map(([, from = '']) => ({
    from: resolve(source.path, from),
    typeOnly: false,
  }))
  return [...statements, ...calls]
}

const statement =
  /^[ \t]*(?:import|export(?=\s+(?:type\s+)?[{*]))\s+(type\s+(?!from\b))?(?:([\w$*{},\s]*?)\bfrom\s*)?['"]([^'"\n]+)['"]/gm

const call = /\b(?:import|require)\(\s*['"`]([^'"`\n]+)['"`]/g

const isAllTypes = (names: string) => {
  const braced = /^\s*\{([^}]*)\}\s*$/.exec(names)?.[1]
  return braced?.split(',').every((name) => /^\s*(type\s|$)/.test(name)) ?? false
}

const resolve = (path: string, from: string) =>
  from.startsWith('.') ? join(dirname(path), from) : from
