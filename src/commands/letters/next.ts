import type { Clock } from '../../clock'
import type { Letter } from '../../store/ports/letters'

type About = Pick<Letter, 'kind' | 'thread'> &
  Partial<Pick<Letter, 'about' | 'after' | 'upTo' | 'address' | 'language'>>

/** The next letter of a thread, to go at once. `last` is the newest there is. */
export const nextLetter = (
  clock: Pick<Clock, 'id' | 'now'>,
  last: Pick<Letter, 'nth'> | undefined,
  { address = '', ...about }: About,
): Letter => {
  const at = clock.now()
  return {
    ...{ id: clock.id(), nth: (last?.nth ?? 0) + 1, at },
    ...{ about: '', after: 0, upTo: 0, subject: '', language: '', ...about },
    ...{ address: address.toLowerCase() },
    ...{ state: 'due', dueAt: at, tries: 0, problem: '' },
  }
}
