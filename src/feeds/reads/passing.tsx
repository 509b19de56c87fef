import { Swap } from '../../../views/live'
import { Seen } from '../../../views/transcript/seen'
import { Typing } from '../../../views/transcript/typing'
import type { Frame } from '../pipe'
import type { Reader } from './entries'

/** Whose keys move; null when they rest. Drawn anew each time, so that its fading starts over. */
export const typingFrame = (
  { language }: Reader,
  who: { id: string; name: string } | null,
): Frame => ({
  html: String(
    <Swap id="typing" fresh>
      <Typing language={language} who={who} />
    </Swap>,
  ),
  seq: null,
})

/** How far the other side has read. */
export const seenFrame = ({ language }: Reader, upTo: number): Frame => ({
  html: String(
    <Swap id="seen">
      <Seen language={language} upTo={upTo} />
    </Swap>,
  ),
  seq: null,
})
