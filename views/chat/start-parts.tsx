import type { Part } from '../part'
import { Button } from '../parts/button'
import { paths } from '../paths'
import { wordsIn } from '../words'
import { shutText } from '../words/hours'
import { type Edition, languageOf } from '../words/language'
import { punctuation } from '../words/punctuation'
import { Invitation, type InvitationProps } from './invitation'
import type { Choice, StartChoice } from './start-choice'

/** By whose clock times are told, and as of when. */
type Clocks = { now: number; zone: string }

/** What changes of the form before a chat while somebody writes in it. */
export type StartParts = InvitationProps & Clocks & { departments: readonly StartChoice[] }

type Chances = Omit<StartParts, 'invitation'>
type Choices = Omit<Chances, keyof Clocks>

/** Whether anybody is there to answer now, whatever is chosen. */
export const isAnybodyThere = (departments: readonly Choice[]): boolean =>
  departments.length === 0 || departments.some(({ staffed }) => staffed)

/** When it opens again, where all that can be chosen is outside its hours; else undefined. */
const shutOf = (departments: readonly Choice[]): Choice['shut'] => {
  const [first, ...others] = departments.map(({ shut }) => shut)
  if (!first || others.some((other) => !other)) return undefined
  const times = [first, ...others].flatMap((one) => one?.opensAt ?? [])
  return { opensAt: times.length > 0 ? Math.min(...times) : null }
}

/** Of which of them the form speaks: of the chosen one where that is outside its hours, else of all. */
export const toldOf = (
  departments: readonly StartChoice[],
  chosen: string | undefined,
): readonly StartChoice[] => {
  const one = departments.find(({ id }) => id === chosen)
  return one?.shut ? [one] : departments
}

/** What they should know before they write: that nobody is there, or how many come before them. */
const Expectation = ({ language, departments, now, zone }: Chances) => {
  const words = wordsIn(language).chat
  const shut = shutOf(departments)
  if (shut)
    return (
      <p class="expect warn">
        {shutText(shut, now, zone, language)} {words.shutLeave}
      </p>
    )
  if (!isAnybodyThere(departments)) return <p class="expect warn">{words.nobodyHere}</p>
  const [only, ...others] = departments
  if (!only || others.length > 0 || only.ahead === 0) return null
  const { ahead, estimate } = only
  return (
    <p class="expect">
      {words.lineBefore(ahead)}
      {estimate !== null && ` ${words.lineTakes(words.estimate(estimate))}`}
    </p>
  )
}

/** Where nobody is there a message is left; whoever would rather wait for somebody still can. */
const Ways = ({ language, departments }: Choices) => {
  const { chat, start } = wordsIn(language)
  const anybody = isAnybodyThere(departments)
  return (
    <div class="ways" id="start">
      {anybody ? (
        <Button tone="primary" icon="send" wide>
          {chat.start}
        </Button>
      ) : (
        <>
          {!shutOf(departments) && <Button wide>{start.wait}</Button>}
          <Button tone="primary" icon="send" wide to={paths.chat.leftMessage}>
            {chat.leave}
          </Button>
        </>
      )}
    </div>
  )
}

/** What a department is called where one is chosen. */
export const choiceText = (language: Edition, choice: StartChoice): string => {
  const words = wordsIn(language).chat
  const name = choice.names[languageOf(language)]
  if (choice.shut) return `${name}${punctuation[languageOf(language)].between}${words.shutThere}`
  if (!choice.staffed)
    return `${name}${punctuation[languageOf(language)].between}${words.unstaffed}`
  return choice.ahead > 0
    ? `${name}${punctuation[languageOf(language)].between}${words.waitThere(choice.ahead)}`
    : name
}

export const choiceId = (department: string): string => `choice-${department}`

const isShared = () => true

const expectation: Part<Chances> = {
  id: 'expectation',
  draw: (props) => (
    <div id="expectation" role="status">
      <Expectation {...props} />
    </div>
  ),
  // What it says hangs on no more than this, and many read it.
  key: ({ language, departments, now, zone }) => {
    const [only, ...others] = departments
    const line = only && others.length === 0 ? [only.ahead, only.estimate] : null
    const shut = shutOf(departments)
    const closed = shut && shutText(shut, now, zone, language)
    return JSON.stringify([language, isAnybodyThere(departments), line, closed])
  },
  isShared,
}

const ways: Part<Choices> = {
  id: 'start',
  draw: (props) => <Ways {...props} />,
  key: ({ language, departments }) =>
    JSON.stringify([language, isAnybodyThere(departments), shutOf(departments) !== undefined]),
  isShared,
}

/** Whether a message is left by who chooses some of them: nobody is there, or it is closed. */
const isLeftSomewhere = (departments: readonly Choice[]): boolean =>
  !isAnybodyThere(departments) || departments.some(({ shut }) => shut)

/** Who leaves a message says where an answer reaches them. */
const emailAside: Part<Choices & InvitationProps> = {
  id: 'email-aside',
  draw: ({ language, departments }) => {
    const { chat, start } = wordsIn(language)
    return (
      <span id="email-aside">{isLeftSomewhere(departments) ? start.required : chat.optional}</span>
    )
  },
  key: ({ language, departments }) => JSON.stringify([language, isLeftSomewhere(departments)]),
  isShared,
}

/** A department's line among those to choose from. What is chosen of them stays chosen. */
const choiceOf = ({ id }: StartChoice): Part<StartParts> => {
  const text = ({ language, departments }: StartParts) => {
    const choice = departments.find((department) => department.id === id)
    return choice ? choiceText(language, choice) : ''
  }
  return { id: choiceId(id), inside: true, draw: text, key: text, isShared }
}

/** Said once, to whoever listens: it is drawn again only when it is another one. */
const invitation: Part<StartParts> = {
  id: 'invitation',
  draw: (props) => <Invitation {...props} />,
  key: ({ invitation }) => invitation?.id ?? '',
}

export const startParts = { expectation, invitation, ways, emailAside }

/** All parts of a form that offers these. One that is not offered any more goes on saying its last. */
export const startPartsOf = (departments: readonly StartChoice[]): Part<StartParts>[] => [
  ...Object.values(startParts),
  ...(departments.length > 1 ? departments.map(choiceOf) : []),
]
