import { type Breach, type Source, withoutComments } from './source'

/** What is told of one thing the desk is or can do: in which words, in how many files at most. */
type Feature = {
  name: string
  /** Where it is told, as far as it costs: who uses it stands elsewhere. All source files without it. */
  in?: RegExp
  /** Its own words, in code; what says the same of something else is named in `but`. */
  words: RegExp
  but: Record<string, string>
  /** Source files it may be told in: what another of its kind costs, and what taking it out does. */
  files: number
}

/** Words as such, and as parts of a name that is written together. */
const word = (...words: string[]) => {
  const inner = words.map((each) => `${each[0]?.toUpperCase()}${each.slice(1)}`)
  return new RegExp(
    `(?<![A-Za-z$])(?:${words.join('|')})(?![a-z])|(?<![A-Z])(?:${inner.join('|')})(?![a-z])`,
  )
}

/** What is written down of a visitor has a name in common with what is done to a conversation. */
const ofVisitors = Object.fromEntries(
  [
    ...['actors/visitor/profile.ts', 'src/commands/visitors/describe.ts'],
    ...['views/words/visitors.ts', 'views/workbench/room/about-visitor.tsx'],
    'views/workbench/room/edit-visitor.tsx',
    ...[
      'actors/visitor/rules.ts',
      'actors/visitor/merging.ts',
      'src/commands/visitors/known-by.ts',
    ],
    ...['actors/visitor/summary.ts', 'src/store/queries/shown-visitor.ts'],
    ...['actors/visitor/merge.ts', 'src/commands/visitors/edit.ts'],
    ...['src/commands/visitors/import.ts', 'src/reads/office-visitors.ts', 'src/cli/visitors.ts'],
    ...['src/store/ports/visitors.ts', 'src/web/office/visitors.ts'],
    ...['views/office/visitors/forms.tsx', 'views/office/visitors/list.tsx'],
    ...['views/office/visitors/page.tsx', 'views/words/visitor-office.ts'],
    ...['src/store/queries/visitor-pages.ts', 'src/store/tables/summaries.ts'],
  ].map((path) => [path, 'what colleagues write down of a visitor']),
)

/** Its day has one of each, for who looks around in it. */
const ofTheDemo = Object.fromEntries(
  ['afternoon', 'beside-acts', 'billing', 'chat', 'day', 'office', 'orders'].map((name) => [
    `src/cli/demo/${name}.ts`,
    'what happens in the day of the demo',
  ]),
)

/** All that a desk has is written there once, and taken in once. */
const moving =
  'actors/moving/line actors/moving/body src/cli/kefu/chats src/cli/kefu/few src/cli/kefu/marks src/cli/kefu/tables ' +
  'src/cli/kefu/visitors src/cli/moving/run src/cli/moving/tell src/commands/moving/conversations src/commands/moving/mover ' +
  'src/commands/moving/visitors src/commands/moving/words src/reads/moving/few src/reads/moving/many'
const ofMoving = Object.fromEntries(
  moving.split(' ').map((path) => [`${path}.ts`, 'what moves in and out']),
)

/** Words of people are taken out of wherever they are, and handed out from there. */
const ofErasing = Object.fromEntries(
  [
    ...['actors/erasing/scrubber.ts', 'actors/erasing/journal.ts', 'src/reads/archive.ts'],
    ...['src/store/ports/remains.ts', 'src/store/queries/remains.ts'],
    ...['src/store/queries/remains/texts.ts', 'views/words/privacy.ts'],
  ].map((path) => [path, 'all that is kept of a person']),
)

/** Every event has its word there, whatever it is about. */
const onCharts = { 'views/words/statechart/events.ts': 'what events are called' }

/** One of each kind that the desk is to have many more of. */
export const features: readonly Feature[] = [
  {
    name: 'tags, which colleagues put on a conversation',
    words: word('tags?', 'tagged'),
    but: {
      ...onCharts,
      ...ofErasing,
      ...ofVisitors,
      ...ofTheDemo,
      ...ofMoving,
      ...Object.fromEntries(
        ['src/commands/conversations/rate.ts', 'views/chat/rating.tsx', 'src/web/body.ts'].map(
          (path) => [path, 'the field of what is pressed beside stars'],
        ),
      ),
      ...Object.fromEntries(
        [
          ...['actors/tag.ts', 'actors/desk/settings.ts', 'actors/problem.ts'],
          ...['src/commands/tags/form.ts', 'src/commands/tags/listed.ts'],
          'src/commands/macros/steps.ts',
          ...['src/commands/tags/write.ts', 'src/commands/conversations/beside/change.ts'],
          ...['src/store/ports/tags.ts', 'src/store/queries/tags.ts', 'src/store/tables/tags.ts'],
          ...['src/store/nouns.ts', 'src/system/maintenance/retag.ts'],
          'src/store/migrate/migrations.ts',
          ...['src/reads/desk-settings.ts', 'src/reads/office-tags.ts'],
          ...['src/web/brand/sheets.ts', 'src/web/brand/tag-style.ts', 'views/layout/head.tsx'],
          ...['src/web/office/tags.ts', 'src/web/routes.ts', 'src/web/workbench/page.tsx'],
          ...['views/office/tags/details.ts', 'views/office/tags/fields.tsx'],
          ...['views/office/tags/list.tsx', 'views/office/tags/page.tsx', 'views/words/tags.ts'],
          'views/words/audit-fields.ts',
          ...['views/workbench/page.tsx', 'views/parts/marks.tsx', 'views/words/settings.ts'],
          ...['src/cli/cli.ts', 'src/cli/desk-acts.ts', 'src/cli/settings.ts', 'src/cli/tags.ts'],
          ...['src/system/maintenance.ts', 'views/words/audit.ts', 'views/words/reasons/desk.ts'],
        ].map((path) => [path, 'the list of tags, and who makes them']),
      ),
      ...Object.fromEntries(
        [
          ...['dimensions', 'episode', 'fold', 'reports'].map(
            (name) => `actors/figures/${name}.ts`,
          ),
          ...['report-ask', 'report-episodes', 'reports'].map((name) => `src/reads/${name}.ts`),
          ...['counted', 'list', 'sums'].map((name) => `src/store/queries/episodes/${name}.ts`),
          ...['src/store/tables/episodes.ts', 'views/office/reports/filters.tsx'],
          'views/words/reports.ts',
        ].map((path) => [path, 'by what figures are told apart']),
      ),
      ...Object.fromEntries(
        [
          ...['actors/conversation/wants.ts', 'views/words/routing.ts'],
          ...['src/cli/accounts/change.ts', 'src/cli/departments.ts'],
          'views/words/person-settings.ts',
        ].map((path) => [path, 'what a line goes by, of conversations and visitors']),
      ),
      'src/commands/sealed.ts': 'the tag by which a sealed text is known to be whole',
      'src/web/assets.ts': 'the tag by which a browser knows a file again',
      'src/web/files/serve.ts': 'the same, of a file that was sent',
      'static/alert.js':
        'what a browser calls that by which a notification takes the place of another',
      'static/worker.js': 'the same, of one that was pushed',
      'src/web/headers.ts': 'the header that keeps search engines out',
      'actors/text/names.ts': 'what flags of regions are made of',
      ...Object.fromEntries(
        [
          ...['views/workbench/inbox/lists.ts', 'views/workbench/inbox/tools.tsx'],
          ...['src/web/filter.ts', 'src/reads/found-lists.ts', 'views/words/inbox.ts'],
        ].map((path) => [path, 'lists that are narrowed by one of many things']),
      ),
      ...Object.fromEntries(
        [
          ...['src/reads/office-conversations.ts', 'views/office/conversations/list.tsx'],
          ...['views/office/conversations/page.tsx', 'views/words/conversations.ts'],
        ].map((path) => [path, 'conversations in the office, with all that is known of them']),
      ),
      ...Object.fromEntries(
        ['src/commands/conversations/bulk.ts', 'views/workbench/inbox/bulk-menu.tsx'].map(
          (path) => [path, 'one of the things that are done to many at once'],
        ),
      ),
      ...Object.fromEntries(
        [
          ...['src/commands/tags/offer.ts', 'src/web/workbench/tags.ts', 'views/paths.ts'],
          ...['views/workbench/tags/panel.tsx', 'static/css/workbench/aspects.css'],
          ...['static/tags.js', 'static/tag-hook.js', 'src/web/assets/files.ts'],
        ].map((path) => [path, 'what a field of tags offers while one types']),
      ),
    },
    files: 9,
  },
  {
    name: 'notes between colleagues',
    words: word('notes?', 'noted'),
    but: {
      ...onCharts,
      ...ofErasing,
      ...ofVisitors,
      ...ofTheDemo,
      ...ofMoving,
      'static/sound.js': 'what one hears',
      ...Object.fromEntries(
        [
          ...['actors/conversation/entry-changes.ts', 'actors/conversation/rights.ts'],
          ...['src/commands/entries/access.ts', 'src/policies/may-change.ts'],
          ...['src/web/entries/page.tsx', 'views/words/reasons/conversations.ts'],
        ].map((path) => [path, 'what is done to an entry, of whichever of the two kinds']),
      ),
      ...Object.fromEntries(
        ['data.ts', 'lines.ts', 'page.tsx'].map((name) => [
          `views/transcript/file/${name}`,
          'the transcript as a file, which tells kinds apart by words alone',
        ]),
      ),
      ...Object.fromEntries(
        [
          ...['actors/conversation/events.ts', 'actors/conversation/transfer.ts'],
          ...['actors/turn.ts', 'src/commands/conversations/transfer.ts'],
          ...['views/workbench/room/acts.tsx', 'views/workbench/room/transfer.tsx'],
        ].map((path) => [path, 'what is told with a hand-over']),
      ),
      'views/words/entries.ts': 'what a kind is called in that file',
      'src/commands/files/send.ts': 'what is said with files, as whichever of the two kinds',
    },
    files: 9,
  },
  {
    // A page costs five; these are two, which differ in their component alone.
    name: 'the departments of the office, all on a page and each on one',
    words: /\boffice\/departments?\b|\boffice-departments\b|\bwords\/departments\b/,
    but: {
      'views/office/audit-changes.tsx': 'what it calls a setting that was changed',
      'views/office/department-settings.tsx': 'a part of the page of one: how it works',
      'views/office/who-answers.tsx': 'a part of the page of one: who answers there',
    },
    files: 6,
  },
  {
    name: 'visits, which have a table',
    in: /^src\/store\//,
    words: /\bvisits?(?:Over|Tables)?\b/i,
    but: Object.fromEntries(
      [
        ...[...Object.keys(ofErasing), 'src/store/queries/customers.ts'],
        ...['src/store/ports/visitors.ts', 'src/store/queries/visitors.ts'],
        ...['src/store/queries/visitor-merges.ts', 'src/store/queries/visitor-pages.ts'],
        'src/store/queries/customers.ts',
      ].map((path) => [path, 'visitors, who are listed with theirs and may become one']),
    ),
    files: 4,
  },
  {
    name: 'visitors, as a kind of actor with its row',
    in: /^(?:actors\/(?!visitor\/)|src\/store\/(?!ports\/|queries\/))/,
    words: /\.\/visitor\/|\bvisitorsTable\b/,
    but: { ...ofErasing, ...ofMoving },
    files: 3,
  },
]

const SOURCE = /^(?:actors|src|views|static)\//

/** The files that tell of it, ordered by path. */
export const filesOf = (
  { in: place = SOURCE, words, but }: Feature,
  sources: readonly Source[],
): string[] =>
  sources
    .filter(({ path }) => place.test(path) && but[path] === undefined)
    .filter((source) => words.test(`${source.path}\n${withoutComments(source).text}`))
    .map(({ path }) => path)

/** A feature that is told in more files than another of its kind may cost. */
export const costBreaches = (sources: readonly Source[]): Breach[] =>
  features.flatMap((feature) => {
    const files = filesOf(feature, sources)
    return files.length > feature.files
      ? [`${feature.name} are told in ${files.length} files: ${files.join(', ')}`]
      : []
  })
