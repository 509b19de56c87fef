/** What a mail that the desk sends is for. */
export const letterKinds = [
  ...([
    'answer',
    'invitation',
    'confirm',
    'reset',
    'left',
    'transcript',
    'trial',
    'report',
  ] as const),
] as const
export type LetterKind = (typeof letterKinds)[number]

/**
 * What became of one. `due` goes as soon as it can; `dead` did not go, however often it was tried;
 * `seen`: what it tells was read first; `nobody`: there is none to send it to; `dropped`: a colleague
 * gave it up.
 */
export const letterStates = ['due', 'sent', 'dead', 'seen', 'nobody', 'dropped'] as const
export type LetterState = (typeof letterStates)[number]

/** The same for people: whether one that is due was tried in vain already. */
export const letterStages = [
  'queued',
  'retrying',
  ...letterStates.slice(1),
] as readonly LetterStage[]
export type LetterStage = Exclude<LetterState, 'due'> | 'queued' | 'retrying'

export const stageOf = ({ state, tries }: { state: LetterState; tries: number }): LetterStage => {
  if (state !== 'due') return state
  return tries > 0 ? 'retrying' : 'queued'
}
