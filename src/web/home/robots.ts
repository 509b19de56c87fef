import { paths } from '../../../views/paths'
import { route } from '../route'

/**
 * Where search engines may knock. The pages themselves they may read, and read there that they are
 * not to be shown (`X-Robots-Tag`): of an address that they may not even read they would show the
 * bare link. What lies under them are streams and forms, which are nothing to read.
 */
const closed = [paths.chat.page, paths.workbench.page, paths.office.page, paths.up].map(
  (page) => `Disallow: ${page}/`,
)

const text = ['User-agent: *', ...closed, 'Allow: /', ''].join('\n')

export const showRobots = route({
  method: 'GET',
  path: paths.robots,
  permission: 'anyone',
  findable: true,
  show: (c) => c.text(text, 200, { 'Cache-Control': 'public, max-age=3600' }),
})
