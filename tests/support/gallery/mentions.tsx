import { Layout } from '../../../views/layout'
import { MentionPanel } from '../../../views/workbench/mentions/panel'
import { bench, room } from './bench'
import * as data from './data'
import { lookOf, type Picture } from './picture'

const calls = data.entry({
  ...{ seq: 7, by: 'agent', author: data.ana, name: 'Ana' },
  ...{ text: '@Amir, is it paid? And @Billy?' },
  body: {
    kind: 'note',
    mentions: [
      { agent: 'amir', from: 0, to: 5 },
      { agent: 'billy', from: 23, to: 29, barred: true },
    ],
  },
})
const list = { view: 'mentions' } as const

const colleagues = [
  { id: data.ana, name: 'Ana', status: 'ready' as const },
  { id: 'amir', name: 'Amir Haddad-Schwarzenberger von der Marktstraße', status: 'away' as const },
  { id: 'wei', name: '张伟', status: 'off' as const },
]
const panel: Picture = {
  name: 'mention-panel',
  page: (given) => (
    <Layout {...lookOf(given)} title="Vera" kind="desk">
      <main class="room">
        <h1 class="sr">Vera</h1>
        <div class="foot">
          <MentionPanel language={given.language} colleagues={colleagues} />
        </div>
      </main>
    </Layout>
  ),
}

/** Colleagues who are called by name: the list of who is, a note that does, and nobody who was. */
export const mentionPictures: Picture[] = [
  panel,
  bench('bench-mentions', {
    inbox: {
      ...{ list, line: [], found: data.mine.length },
      counts: { mine: 3, line: 2, mentions: 1, closed: null },
      mentions: new Map([[data.mine[0]?.id ?? '', data.now]]),
    },
    room: room({ entries: [calls] }),
  }),
  {
    ...bench('bench-mentions-empty', {
      inbox: { list, rows: [], line: [], counts: { mine: 0, line: 0, mentions: 0, closed: null } },
    }),
    once: true,
  },
]
