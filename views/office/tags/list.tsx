import { tagMark } from '../../../actors/tag'
import { LinkButton } from '../../parts/button'
import { Chip } from '../../parts/marks'
import { paths } from '../../paths'
import type { Language } from '../../words/language'
import { tags } from '../../words/tags'
import type { OfficeContext } from '../context'
import type { ListAsk, ListRows } from '../list/ask'
import type { List } from '../list/list'
import { ListPage } from '../list/page'
import { Panel } from '../panel'
import { FormRefused } from '../refused'
import type { Editable } from '../setting-fields'
import { Group } from '../settings/group'
import { type TagLine, tagPaths, tagsInMenu } from './details'
import { TagFields } from './fields'

const label = (key: keyof (typeof tags)['en']['columns']) => (language: Language) =>
  tags[language].columns[key]

export const tagList: List<TagLine> = {
  ...{ path: tagPaths.list, menu: tagsInMenu, usual: { sort: 'name', descending: false } },
  open: ({ id }) => tagPaths.page(id),
  searches: (language) => tags[language].searches,
  columns: [
    {
      ...{ key: 'name', label: label('name'), sortable: true },
      cell: ({ name }) => (
        <Chip tone="filled" of="tag" tag={tagMark(name)}>
          <bdi>{name}</bdi>
        </Chip>
      ),
      value: ({ name }) => name,
    },
    {
      ...{ key: 'description', label: label('description') },
      cell: ({ description, isFree }, { language }) => {
        if (description !== '') return <bdi>{description}</bdi>
        return isFree ? <small>{tags[language].free}</small> : null
      },
      value: ({ description }) => description,
    },
    { key: 'color', label: label('color'), value: ({ color }) => color },
    {
      ...{ key: 'listed', label: label('listed') },
      value: ({ isFree }) => (isFree ? 'no' : 'yes'),
    },
    {
      ...{ key: 'uses', label: label('uses'), sortable: true, figure: true },
      cell: ({ uses, name }) =>
        uses === 0 ? 0 : <a href={paths.workbench.search(`tag:"${name}"`)}>{uses}</a>,
      value: ({ uses }) => uses,
    },
  ],
  filters: [{ key: 'listed', label: label('listed'), is: 'choice' }],
}

type Page = OfficeContext & {
  ask: ListAsk
  found: ListRows<TagLine>
  /** Who makes tags; left out for who may not say so. */
  rules?: Editable
}

/** Every tag there is, and the way to another. */
export const TagsPage = ({ rules, ...page }: Page) => {
  const { language, refused } = page
  const words = tags[language]
  const again = refused?.form === 'creation' ? refused : undefined
  const listed = (['yes', 'no'] as const).map((value) => ({ value, label: words.listedOf[value] }))
  return (
    <ListPage
      {...page}
      list={tagList}
      choices={{ listed }}
      lead={words.lead}
      empty={{ icon: 'inbox', title: words.empty, hint: words.emptyHint }}
      acts={
        <LinkButton tone="primary" href="#new" icon="plus">
          {words.create}
        </LinkButton>
      }
    >
      <div class="office-narrow">
        <Panel id="new" title={words.create} hint={words.createHint}>
          <form method="post" action={tagPaths.list} class="stack">
            <FormRefused refused={refused} form="creation" language={language} />
            <TagFields language={language} {...(again ? { refused: again } : {})} />
            <div class="actions">
              <button class="button plain" type="submit">
                {words.createDo}
              </button>
            </div>
          </form>
        </Panel>
        {rules && (
          <Group
            {...{ refused, language, group: 'tags', settings: rules, path: tagPaths.rules }}
            title={words.rules}
          />
        )}
      </div>
    </ListPage>
  )
}
