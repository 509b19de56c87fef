import { TextField } from '../../parts/fields/field'
import { SelectField } from '../../parts/fields/select-field'
import { wordsIn } from '../../words'
import { providers } from '../../words/providers'
import type { OfficeContext } from '../context'
import { problemIn } from '../form-fields'
import { type NamedRole, roleName } from '../role-paths'
import type { ProviderLine } from './paths'

type Fields = Pick<OfficeContext, 'language' | 'refused'> & {
  form: 'creation' | 'revision'
  provider?: ProviderLine
  given: readonly NamedRole[]
}

/** What a service is; after a refusal as it was typed, with what somebody else saved meanwhile. */
export const ProviderFields = ({ form, provider, given, refused, language }: Fields) => {
  const words = providers[language]
  const typed = refused?.form === form ? refused.typed : undefined
  const roles = [
    { value: '', label: words.noRole },
    ...given.map((role) => ({ value: role.id, label: roleName(role, language) })),
  ]
  const known = provider?.role
  const all =
    known && !given.some(({ id }) => id === known.id)
      ? [...roles, { value: known.id, label: roleName(known, language) }]
      : roles
  const saved = {
    ...{ label: provider?.label ?? '', issuer: provider?.issuer ?? '' },
    ...{ client: provider?.client ?? '', domains: provider?.domains.join(' ') ?? '' },
    ...{ role: provider?.role?.id ?? '', counts: provider?.counts ?? 'no' },
  }
  const problemOf = problemIn(refused, form, language, saved)
  const one = (name: keyof typeof saved) => ({
    ...{ name, value: typed?.[name] ?? saved[name], problem: problemOf(name) },
    ...{ autofocus: typed !== undefined && problemOf(name) !== undefined, autocomplete: 'off' },
  })
  return (
    <>
      <TextField {...one('label')} label={words.label} hint={words.labelHint} required />
      <TextField {...one('issuer')} label={words.issuer} hint={words.issuerHint} required />
      <TextField {...one('client')} label={words.clientId} hint={words.clientIdHint} required />
      <TextField
        name="client_secret"
        type="password"
        label={words.clientSecret}
        hint={provider ? words.clientSecretStays : words.clientSecretHint}
        autocomplete="new-password"
        problem={problemOf('client_secret')}
      />
      <TextField {...one('domains')} label={words.domains} hint={words.domainsHint} />
      <SelectField {...one('role')} label={words.role} hint={words.roleHint} options={all} />
      <SelectField
        {...one('counts')}
        label={words.counts}
        hint={words.countsHint}
        options={(['no', 'yes'] as const).map((value) => ({
          ...{ value, label: wordsIn(language).office[value] },
        }))}
      />
    </>
  )
}
