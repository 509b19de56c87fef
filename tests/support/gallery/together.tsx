import type { Later } from '../../../views/workbench/room/scheduled'
import { bench, room } from './bench'
import * as data from './data'
import type { Picture } from './picture'

const later = (clientId: string, text: string, more: Partial<Later> = {}): Later => ({
  ...{ clientId, text, name: 'Ana', dueAt: data.now + 3_600_000 },
  ...{ isUndoable: false, held: '', isTheirs: true },
  ...more,
})

/** Several at one conversation, and words before they are sent. */
export const togetherPictures: Picture[] = [
  bench('bench-together', {
    room: room({
      lookers: ['Amir', 'Olga', 'Sina', 'Otto'].map((name) => ({ id: name, name })),
      scheduled: [
        later('l1', 'One moment, I ask the depot.', { isUndoable: true }),
        later('l2', 'Has your parcel come by now?'),
        later('l3', 'I look after it again tomorrow.', { held: 'visitor' }),
      ],
      shown: { name: 'Vera K.', text: 'It has come, but it is the wr' },
      ...{ isStale: true, isDrafted: true, draft: 'It is on its way.' },
      problem: 'A colleague has written meanwhile, so this was not sent.',
    }),
  }),
]
