import type { Part } from '../part'
import { shutText } from '../words/hours'
import { ChatFoot, type FootProps } from './foot'
import { ChatStatus, type StatusProps } from './status'

/** What stands around a visitor's transcript. */
export type ChatParts = StatusProps & FootProps

const status: Part<ChatParts> = {
  id: 'status',
  draw: (props) => <ChatStatus {...props} />,
  // A stopwatch shows its visitor's own time, and is set anew whenever it is drawn.
  key: ({ language, department, status, now, zone }) =>
    JSON.stringify([
      ...[language, department, status, 'since' in status ? now : 0],
      // Today and tomorrow are those of its visitor's clock.
      'shut' in status && status.shut ? shutText(status.shut, now, zone, language) : '',
    ]),
  isShared: ({ status }) => !('since' in status),
}

const foot: Part<ChatParts> = {
  id: 'foot',
  draw: (props) => <ChatFoot {...props} />,
  // The composer is left alone while it stays one: somebody may be writing in it.
  key: ({ status, isShown }) =>
    status.state === 'ended' ? JSON.stringify(status) : isShown ? `${OPEN} shown` : OPEN,
}

/** What the foot's key is while the conversation goes on. */
export const OPEN = 'open'

/** In the order they are sent. */
export const chatParts = { status, foot }
