import { departmentSettings, remarksOf } from '../../../actors/department/settings'
import { BackPage } from '../../../views/chat/back'
import { type PastLine, PastListPage } from '../../../views/chat/past'
import { PastOnePage } from '../../../views/chat/past-one'
import { chat, ended } from './chat'
import * as data from './data'
import { drawn } from './drawn'
import { lookOf, type Picture } from './picture'

const remarks = remarksOf(departmentSettings.initial)
const HOUR_MS = 3_600_000

const line = (id: string, hours: number, preview: string, more: Partial<PastLine> = {}) => ({
  ...{ id, at: data.now - hours * HOUR_MS, preview, agentName: 'Ana', stars: null, ...more },
})
const lines: readonly PastLine[] = [
  line('one', 2, 'Thank you, the lamp is bright again', { stars: 5 }),
  line('two', 50, 'Where is my order 1042? It should have been here on Friday, and nobody called'),
  line('three', 400, '请问什么时候发货？', { agentName: '', stars: 2 }),
]

/** What comes after a talk: its rating, earlier ones, and the way back that a mail holds. */
export const pastPictures: Picture[] = [
  chat('ended-remarks', { ...ended, remarks }),
  { ...chat('ended-remarks-low', { ...ended, remarks, stars: 2, mayComment: true }), once: true },
  {
    name: 'past',
    page: (given) => (
      <PastListPage {...lookOf(given)} lines={lines} older="/chat/past?until=1-a" isFurther />
    ),
  },
  {
    name: 'past-empty',
    once: true,
    page: (given) => <PastListPage {...lookOf(given)} lines={[]} older={null} isFurther={false} />,
  },
  {
    name: 'past-one',
    page: (given) => (
      <PastOnePage
        {...lookOf(given)}
        id="one"
        drawn={drawn(data.talk(given.language, 'visitor'), {
          ...lookOf(given),
          audience: 'visitor',
          viewer: data.vera,
        })}
        earlier="/chat/past/one?before=1"
        after={9}
        status={{ ...ended, remarks }}
        isElsewhere={false}
      />
    ),
  },
  {
    name: 'back',
    page: (given) => <BackPage {...lookOf(given)} id="letter" until={1} proof="proof" />,
  },
]
