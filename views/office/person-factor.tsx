import type { OwnFactor } from '../me/props'
import { Ask } from '../parts/ask'
import { Act } from '../parts/button'
import { When } from '../parts/time'
import { factors } from '../words/factors'
import { passkeys as passkeyWords } from '../words/passkeys'
import { providers } from '../words/providers'
import type { OfficeContext } from './context'
import { Panel } from './panel'
import { peoplePaths } from './people-paths'
import { FormRefused } from './refused'

type Props = OfficeContext & {
  factor: OwnFactor
  person: { id: string; name: string; isSelf: boolean }
}

/** Whether somebody shows a second factor, and the end of it for who has lost theirs. */
export const PersonFactor = ({ person, factor, refused, language, now, zone }: Props) => {
  const words = factors[language]
  const { id, name, isSelf } = person
  const { since, codesLeft, isForced, passkeys } = factor
  if (since === null && passkeys === 0)
    return (
      <Panel
        id="second-factor"
        title={words.title}
        hint={isForced ? words.theirsForced : words.theirsOff}
      />
    )
  return (
    <Panel
      id="second-factor"
      title={words.title}
      hint={since === null ? words.theirsOff : words.theirsOn}
    >
      <FormRefused refused={refused} form="factor" language={language} />
      {since !== null && (
        <p>
          {words.since} <When at={since} now={now} zone={zone} language={language} />.{' '}
          {words.codesLeft(codesLeft)}
        </p>
      )}
      {passkeys > 0 && <p>{passkeyWords[language].theirs(passkeys)}</p>}
      {!isSelf && (
        <Ask
          id="ask-factor"
          action={peoplePaths.factorRemoval(id)}
          tone="danger"
          label={words.takeOff}
          words={{ ...words.takingOff, title: words.takingOff.title(name) }}
        />
      )}
    </Panel>
  )
}

type ServicesProps = Pick<OfficeContext, 'language'> & {
  services: readonly { id: string; label: string }[]
  person: { id: string }
}

/** Services that know somebody, and how each is made to know them no more. */
export const PersonServices = ({ services, person, language }: ServicesProps) => {
  const words = providers[language]
  if (services.length === 0) return null
  return (
    <Panel id="services" title={words.known}>
      <ul class="office-sessions">
        {services.map(({ id, label }) => (
          <li>
            <span class="office-session">{words.unlinkOf(label)}</span>{' '}
            <Act action={peoplePaths.providerRemoval(person.id, id)}>
              {words.unlink}
              <span class="sr"> {label}</span>
            </Act>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
