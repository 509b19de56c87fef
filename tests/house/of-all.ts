/** What is written down of a visitor has a name in common with what is done to a conversation. */
export const ofVisitors = Object.fromEntries(
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
export const ofTheDemo = Object.fromEntries(
  ['afternoon', 'beside-acts', 'billing', 'chat', 'day', 'office', 'orders'].map((name) => [
    `src/cli/demo/${name}.ts`,
    'what happens in the day of the demo',
  ]),
)

/** All that a desk has is written there once, and taken in once. */
export const ofMoving = Object.fromEntries(
  [
    ...['actors/moving/line.ts', 'actors/moving/body.ts'],
    ...['chats', 'few', 'marks', 'tables', 'visitors'].map((name) => `src/cli/kefu/${name}.ts`),
    ...['run', 'tell'].map((name) => `src/cli/moving/${name}.ts`),
    ...['conversations', 'mover', 'visitors', 'words'].map(
      (name) => `src/commands/moving/${name}.ts`,
    ),
    ...['few', 'many'].map((name) => `src/reads/moving/${name}.ts`),
  ].map((path) => [path, 'what moves in and out']),
)

/** Words of people are taken out of wherever they are, and handed out from there. */
export const ofErasing = Object.fromEntries(
  [
    ...['actors/erasing/scrubber.ts', 'actors/erasing/journal.ts', 'src/reads/archive.ts'],
    ...['src/store/ports/remains.ts', 'src/store/queries/remains.ts'],
    ...['src/store/queries/remains/texts.ts', 'views/words/privacy.ts'],
  ].map((path) => [path, 'all that is kept of a person']),
)
