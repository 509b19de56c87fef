import { type Breach, find, type Source, withoutComments } from './source'

type Ban = { what: string; pattern: RegExp; in: RegExp; but?: Record<string, string> }

const code = /^(actors|views|src|tests)\/.*\.tsx?$/
const pure = /^(actors|views)\//
const pages = /^(views|src)\/.*\.tsx$/
const running = /^src\//

/** A value of a style, which may have brackets in it. */
const value = String.raw`(?:[^\s;()]|\([^()]*\))+`
/** Names of sides; four values of which the second and the fourth differ; corners that differ along a line. */
const physicalSides = new RegExp(
  [
    String.raw`[\w-]-(?:left|right)\b(?=[\w-]*\s*:)`,
    String.raw`(?<![\w-])(?:left|right)\s*:`,
    String.raw`(?:text-align|float|clear)\s*:\s*(?:left|right)\b`,
    String.raw`(?:margin|padding|inset)\s*:\s*${value}\s+(${value})\s+${value}\s+(?!\1\s*;)${value}\s*;`,
    String.raw`border-radius\s*:\s*(${value})\s+(?!\2[\s;])${value}[^;]*;`,
    String.raw`border-radius\s*:\s*${value}\s+${value}\s+(${value})\s+(?!\3\s*;)${value}\s*;`,
  ].join('|'),
)

/** What the code may not hold; `but` lists the files that may, each with its reason. */
const bans: Ban[] = [
  { what: 'the time of day', pattern: /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\./, in: pure },
  {
    what: 'the time of day outside the clock',
    pattern: /\bDate\.now\b|\bnew Date\(\s*\)/,
    in: running,
    but: {
      'src/clock.ts': 'it is the clock',
      'src/log.ts': 'a line of the log tells the hour of the machine, whatever clock the desk has',
    },
  },
  {
    what: 'how long something takes by the time of day, which may be set: ask ticks()',
    pattern: /\bclock\.now\(\)\s*-|-\s*(?:\w+\.)*clock\.now\(\)/,
    in: /^src\/(bus|feeds|live|open|reads|system)\//,
    but: {
      'src/system/postman/alarm.ts': 'mail is stored with the time of day at which it is due',
      'src/system/postman/too-far.ts': 'how far the two are apart',
      'src/system/maintenance/silences.ts':
        'what a beat says of itself counts beside what was seen',
    },
  },
  {
    what: 'chance outside the clock',
    pattern: /\bMath\.random\b|\brandomUUID(v7)?\b/,
    in: /^(actors|views|src)\//,
    but: { 'src/clock.ts': 'it is the clock' },
  },
  { what: 'a timer', pattern: /\bset(Timeout|Interval|Immediate)\b/, in: pure },
  {
    what: 'a timer beside the clock',
    pattern: /\bset(Timeout|Interval)\b|\bBun\.sleep|\bAbortSignal\.timeout\b|\btimers\/promises\b/,
    in: running,
    but: {
      'src/clock.ts': 'it is the clock',
      'src/cli/terminal.ts': 'a program that hangs is ended, whatever clock its desk has',
      'src/store/mysql/ask.ts': 'how long a server of its own may take, on its own time',
      'src/store/mysql/in-time.ts': 'how long a server of its own may take, on its own time',
      'src/store/sqlite/group.ts': 'a moment for the writes that are coming, not a time',
      'src/store/sqlite/checkpointer.ts': 'how long another thread may take, on its own time',
    },
  },
  {
    what: 'a turn of the event loop',
    pattern: /\bsetImmediate\b/,
    in: running,
    but: {
      'src/bus/sender.ts': 'everything said in one turn goes in one message',
      'src/live/scheduler.ts': 'a large audience is served in slices, with requests in between',
      'src/store/sqlite/group.ts': 'what is written in one turn shares one commit',
    },
  },
  { what: 'the process', pattern: /\bprocess\.|\bBun\.|\bimport\.meta\.env\b/, in: pure },
  { what: 'async', pattern: /\basync\b|\bawait\b|\bPromise\b/, in: /^actors\// },
  {
    what: 'raw HTML',
    pattern: /(?<![.\w])raw\(|dangerouslySetInnerHTML|\binnerHTML\b/,
    in: /^(views|src)\//,
    but: {
      'views/parts/icon.tsx': 'our own icons, which are drawn from files of a package',
      'views/memo.ts': 'a part that our own component has rendered, kept',
      'src/reads/entries.tsx': 'an entry that our own component has rendered, kept',
    },
  },
  { what: 'an inline style', pattern: /\sstyle=/, in: pages },
  { what: 'an inline handler', pattern: /\son[a-z]+=[{"]/i, in: pages },
  { what: 'an inline script', pattern: /<script(?![^>]*\ssrc=)[^>]*>/, in: pages },
  { what: 'spread data', pattern: /<[a-z][^<>]*\{\.\.\./, in: pages },
  { what: 'a javascript: address', pattern: /['"`]javascript:/, in: pages },
  { what: 'an identifier out of data', pattern: /\bsql\.identifier\b/, in: running },
  {
    what: 'a snapshot past actors/current.ts',
    pattern: /\bsnapshot\s*[?!]?\.(?:context|value|shape)\b|\$\.context/,
    in: running,
  },
  { what: 'any', pattern: /(?:[:<|,(]|\bas)\s*any\b(?!['`:])/, in: code },
  {
    what: 'a URL outside views/paths.ts',
    pattern: /(['"`])\/(?!proc\/|sys\/|dev\/|etc\/|usr\/|var\/)[a-z][^'"`\s]*\1/,
    in: /^(views|src)\/.*\.tsx?$/,
    but: { 'views/paths.ts': 'it is the tree of URLs' },
  },
  {
    what: 'a side by its place in the window, not by the way that is read: say start or end',
    pattern: physicalSides,
    in: /^static\/css\//,
    but: {
      'static/css/transcript/entry.css':
        'a bubble has the direction of its text, and its corners go by that of the page',
    },
  },
  {
    what: 'punctuation of one language outside views/words/punctuation.ts',
    pattern: /(?<![\w'"]) · |\{': '\}|\$\{[^}]*\}: \$\{|\}: <|`: \$\{|\.join\('[,:·] ?'\)/,
    in: /^views\/(?!words\/).*\.tsx?$/,
    but: {
      'views/workbench/room/tags.tsx': 'tags with commas between them are what a field takes',
      'views/workbench/room/edit-visitor.tsx':
        'tags with commas between them are what a field takes',
      'views/workbench/room/about-visitor.tsx': 'what an address had in it, as it had it',
      'views/transcript/file/text.ts': 'a file with columns of its own',
      'views/canned/fields.tsx': 'ids with commas between them are a value',
      'views/office/macro-fields.tsx': 'ids with commas between them are a value',
    },
  },
  {
    what: 'a store of the browser past static/stores.js',
    pattern: /\b(?:local|session)Storage\b|\bindexedDB\b/,
    in: /^static\/.*\.js$/,
    but: {
      'static/stores.js': 'it asks whether there is one',
      'static/widget-events.js': 'on a page of somebody else, which holds nothing else of ours',
    },
  },
  {
    what: 'a test left out',
    pattern: /\b(?:test|describe|it)(?:\.\w+)*\.(?:skip|only|todo)\b/,
    in: /^tests\//,
  },
]

/** These hide in comments, so they are looked for there too. */
const inComments: Ban[] = [
  { what: 'a silenced type error', pattern: /@ts-(?:ignore|nocheck|expect-error)/, in: code },
  { what: 'a path of one machine', pattern: /(?<![\w.~/])\/(?:work|home|Users)\/\w+/, in: /./ },
  { what: 'an unfinished note', pattern: /\b(?:TODO|FIXME|XXX)\b/, in: /./ },
]

/** The rules name what they forbid. */
const rules = /^tests\/house/

export const banBreaches = (source: Source): Breach[] => {
  if (rules.test(source.path)) return []
  const bare = withoutComments(source)
  return [
    ...bans
      .filter((ban) => applies(ban, source.path))
      .flatMap((ban) => find(bare, ban.pattern, ban.what)),
    ...inComments
      .filter((ban) => applies(ban, source.path))
      .flatMap((ban) => find(source, ban.pattern, ban.what)),
  ]
}

const applies = (ban: Ban, path: string) => ban.in.test(path) && ban.but?.[path] === undefined
