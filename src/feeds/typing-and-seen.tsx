import { Swap } from '../../views/live'
import { Seen } from '../../views/transcript/seen'
import { Typing } from '../../views/transcript/typing'
import { type Frame, frameOf } from '../live/pipe'
import type { Reader } from '../reads/entries'

/** Whose keys move; null when they rest. Drawn anew each time, so that its fading starts over. */
export const typingFrame = (
  { language }: Reader,
  who: { id: string; name: string } | null,
): Frame =>
  frameOf(
    <Swap id="typing" fresh>
      <Typing language={language} who={who} />
    </Swap>,
  )

/** How far the other side has read. */
export const seenFrame = ({ language }: Reader, upTo: number): Frame =>
  frameOf(
    <Swap id="seen">
      <Seen language={language} upTo={upTo} />
    </Swap>,
  )
