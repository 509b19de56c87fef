import type { OwnFactor } from '../me/props'
import { Ask } from '../parts/ask'
import { Act, Button, LinkButton } from '../parts/button'
import { CopyField } from '../parts/fields/copy-field'
import { TextField } from '../parts/fields/field'
import { paths } from '../paths'
import { sentenceFor, wordsIn } from '../words'
import { people } from '../words/people'
import { statechart } from '../words/statechart'
import type { OfficeContext } from './context'
import { OfficeFrame } from './frame'
import { Panel } from './panel'
import { type PersonLine, StatusChip } from './people'
import { peopleInMenu, peoplePaths } from './people-paths'
import { PersonFactor, PersonServices } from './person-factor'
import { type Choices, PersonFields } from './person-fields'
import { type FreshLink, LinkPanel } from './person-link'
import { FormRefused } from './refused'
import { type SessionLine, Sessions } from './sessions'
import { type Editable, SettingFields } from './setting-fields'
import { statePaths } from './statechart/state-paths'

export type PersonDetails = PersonLine & {
  /** All of it that a form changes, in one version. */
  form: Editable
  offered: Choices
  /** Left out for who may not see where others are signed in. */
  sessions?: readonly SessionLine[]
  /** Whether they may change with which address, and as what, somebody signs in. */
  mayManage: boolean
  /** Their second factor; left out for who may not see how others sign in. */
  factor?: OwnFactor
  /** Services that know them. */
  services?: readonly { id: string; label: string }[]
  /** They may more than who looks at them. */
  isAbove: boolean
  isSelf: boolean
  /** They answer, or did: where they are among an agent's states can be shown. */
  hasStates: boolean
  fresh?: FreshLink
  /** A password that was made, shown once. */
  freshPassword?: string
}

export type PersonProps = OfficeContext & { person: PersonDetails }

/** One colleague: who they are and how they work, how they sign in, and the end of it. */
export const PersonPage = ({ person, ...context }: PersonProps) => {
  const { language } = context
  const words = people[language]
  const { isAbove, isSelf, mayManage, id, sessions } = person
  const props = { ...context, person }
  return (
    <OfficeFrame
      {...context}
      title={person.name}
      parent={{ path: peopleInMenu.path, name: words.title }}
      aside={<StatusChip status={person.status} language={language} />}
      acts={
        person.hasStates && (
          <LinkButton href={statePaths.page('agent', id)}>{statechart[language].show}</LinkButton>
        )
      }
    >
      {person.fresh && <LinkPanel fresh={person.fresh} context={context} />}
      {person.freshPassword && <FreshPassword {...props} password={person.freshPassword} />}
      {isAbove && <p class="office-warning">{words.above}</p>}
      {person.status === 'disabled' && mayManage && !isAbove && <Disabled {...props} />}
      {!isAbove && <Details {...props} />}
      {mayManage && !isAbove && <SignIn {...props} />}
      {person.factor && <PersonFactor {...props} factor={person.factor} />}
      {person.services && <PersonServices {...props} services={person.services} />}
      {sessions && !isAbove && (
        <Sessions
          sessions={sessions}
          ends={(mark) => peoplePaths.sessionRemoval(id, mark)}
          endsAll={peoplePaths.sessionsRemoval(id)}
          context={context}
        />
      )}
      {mayManage && !isAbove && !isSelf && <Ends {...props} />}
    </OfficeFrame>
  )
}

const Details = ({ person, refused, language }: PersonProps) => {
  const words = people[language]
  const again = refused?.form === 'revision' ? refused : undefined
  const { offered, mayManage, form } = person
  return (
    <Panel id="details" title={words.details} hint={words.detailsHint}>
      <form method="post" action={peoplePaths.revision(person.id)} class="stack">
        <FormRefused refused={refused} form="revision" language={language} />
        <PersonFields
          {...{ language, offered, mayManage, values: form.values }}
          {...(again ? { refused: again } : {})}
        />
        <SettingFields
          {...form}
          {...{ language, words: words.settings }}
          {...(again ? { refused: again } : {})}
        />
        <div class="actions">
          <Button tone="primary">{wordsIn(language).office.save}</Button>
        </div>
      </form>
    </Panel>
  )
}

const SignIn = ({ person, refused, language }: PersonProps) => {
  const words = people[language]
  if (person.isSelf)
    return (
      <Panel id="sign-in" title={words.signIn} hint={words.yourself}>
        <LinkButton href={paths.workbench.me}>{words.toYourself}</LinkButton>
      </Panel>
    )
  if (person.status === 'disabled') return null
  const again = refused?.form === 'password' ? refused : undefined
  return (
    <Panel id="sign-in" title={words.signIn} hint={words.signInHint(person.status === 'invited')}>
      <FormRefused refused={refused} form="invitation" language={language} />
      <div class="office-act">
        <Act action={peoplePaths.invitation(person.id)}>{words.linkDo}</Act>
      </div>
      <form method="post" action={peoplePaths.password(person.id)} class="stack">
        <FormRefused refused={refused} form="password" language={language} />
        <TextField
          name="password"
          type="password"
          label={words.password}
          hint={words.passwordHint}
          autocomplete="new-password"
          problem={again?.problem.field ? sentenceFor(again.problem, language) : undefined}
          autofocus={again !== undefined}
        />
        <div class="actions">
          <Button>{words.passwordDo}</Button>
        </div>
      </form>
    </Panel>
  )
}

const FreshPassword = ({ person, password, language }: PersonProps & { password: string }) => {
  const words = people[language]
  return (
    <Panel id="fresh-password" title={words.fresh(person.name)} hint={words.freshHint}>
      <CopyField
        id="password"
        label={words.fresh(person.name)}
        value={password}
        language={language}
      />
    </Panel>
  )
}

const Disabled = ({ person, refused, language }: PersonProps) => {
  const words = people[language]
  return (
    <Panel id="disabled" title={words.isDisabled} hint={words.isDisabledHint}>
      <FormRefused refused={refused} form="enabling" language={language} />
      <Act action={peoplePaths.enabling(person.id)} icon="rotateCcw">
        {words.enable}
      </Act>
    </Panel>
  )
}

/** The end of an account, for a time or for good: each asks first, and says what becomes of what they hold. */
const Ends = ({ person, refused, language }: PersonProps) => {
  const words = people[language]
  const { id, name, load, status } = person
  return (
    <>
      {status !== 'disabled' && (
        <Panel id="disabling" title={words.disable} hint={words.disableHint(load)}>
          <FormRefused refused={refused} form="disabling" language={language} />
          <Ask
            id="ask-disabling"
            action={peoplePaths.disabling(id)}
            tone="danger"
            label={words.disableAsk}
            words={{
              ...words.disabling,
              title: words.disabling.title(name),
              hint: words.disableHint(load),
            }}
          />
        </Panel>
      )}
      <Panel id="removal" title={words.remove} hint={words.removeHint}>
        <FormRefused refused={refused} form="removal" language={language} />
        <Ask
          id="ask-removal"
          action={peoplePaths.removal(id)}
          tone="danger"
          label={words.removeAsk}
          words={{
            ...words.removing,
            title: words.removing.title(name),
            hint: words.removing.hint(load),
          }}
        />
      </Panel>
    </>
  )
}
