import { LinkButton } from '../../parts/button'
import type { Language } from '../../words/language'
import { providers } from '../../words/providers'
import { punctuation } from '../../words/punctuation'
import type { OfficeContext } from '../context'
import type { ListAsk, ListRows } from '../list/ask'
import type { List } from '../list/list'
import { ListPage } from '../list/page'
import { Panel } from '../panel'
import { FormRefused } from '../refused'
import { type NamedRole, roleName } from '../role-paths'
import { ProviderFields } from './fields'
import { type ProviderLine, providerPaths, providersInMenu } from './paths'

const label = (key: keyof (typeof providers)['en']['columns']) => (language: Language) =>
  providers[language].columns[key]

export const providerList: List<ProviderLine> = {
  ...{ path: providerPaths.list, menu: providersInMenu },
  usual: { sort: 'label', descending: false },
  open: ({ id }) => providerPaths.page(id),
  searches: (language) => providers[language].searches,
  columns: [
    {
      ...{ key: 'label', label: label('label'), sortable: true },
      cell: (row) => <bdi>{row.label}</bdi>,
      value: (row) => row.label,
    },
    { key: 'id', label: () => 'id', value: ({ id }) => id },
    {
      ...{ key: 'issuer', label: label('issuer'), sortable: true },
      cell: ({ issuer }) => <bdi dir="ltr">{issuer}</bdi>,
      value: ({ issuer }) => issuer,
    },
    {
      ...{ key: 'domains', label: label('domains') },
      cell: ({ domains }, { language }) =>
        domains.length > 0 ? (
          <bdi>{domains.join(punctuation[language].list)}</bdi>
        ) : (
          providers[language].anyDomain
        ),
      value: ({ domains }) => domains.join(' '),
    },
    {
      ...{ key: 'role', label: label('role') },
      cell: ({ role }, { language }) =>
        role ? roleName(role, language) : providers[language].noRole,
      value: ({ role }) => role?.id ?? '',
    },
    { key: 'counts', label: label('counts'), value: ({ counts }) => counts },
  ],
  filters: [],
}

type Page = OfficeContext & {
  ask: ListAsk
  found: ListRows<ProviderLine>
  given: readonly NamedRole[]
}

/** Every service that people sign in by, and the way to another. */
export const ProvidersPage = ({ given, ...page }: Page) => {
  const { language, refused } = page
  const words = providers[language]
  return (
    <ListPage
      {...page}
      list={providerList}
      lead={words.lead}
      empty={{ icon: 'lock', title: words.empty, hint: words.emptyHint }}
      acts={
        <LinkButton tone="primary" href="#new" icon="plus">
          {words.create}
        </LinkButton>
      }
    >
      <div class="office-narrow">
        <Panel id="new" title={words.create} hint={words.createHintLater}>
          <form method="post" action={providerPaths.list} class="stack">
            <FormRefused refused={refused} form="creation" language={language} />
            <ProviderFields form="creation" {...{ given, refused, language }} />
            <div class="actions">
              <button class="button plain" type="submit">
                {words.createDo}
              </button>
            </div>
          </form>
        </Panel>
      </div>
    </ListPage>
  )
}
