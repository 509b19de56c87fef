import { paths } from '../../../views/paths'
import { TagPanel } from '../../../views/workbench/tags/panel'
import { offerTags } from '../../commands/tags/offer'
import { page, wantsJson } from '../answer'
import { route } from '../route'

/** UTF-16 units of a question that are looked at. */
const QUESTION_CHARS = 200

/** Tags that a field offers for what was typed in it. */
export const showTagChoices = route({
  ...{ method: 'GET', path: paths.workbench.tagChoices, permission: 'conversations.tag' },
  show: async (c, { desk }) => {
    const { tags, fresh } = await offerTags(desk, (c.req.query('q') ?? '').slice(0, QUESTION_CHARS))
    const shown = tags.map(({ name, color, description }) => ({ name, color, description }))
    if (wantsJson(c)) return c.json({ tags: shown, fresh })
    return page(c, TagPanel({ language: c.get('look').language, tags: shown, fresh }))
  },
})
