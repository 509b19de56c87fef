import { paths } from '../../../views/paths'
import { answerMissing } from '../answer'
import { serveAsset } from '../assets'
import { route } from '../route'

const FOLDER = paths.static('')

export const serveAssetRoute = route({
  method: 'GET',
  path: paths.static(':file'),
  permission: 'anyone',
  show: (c, { assets, faces, sheets }) => {
    const name = c.req.path.slice(FOLDER.length)
    return (
      faces.serve(name) ??
      sheets.serve(name) ??
      serveAsset(assets, name, c.req.raw) ??
      answerMissing(c)
    )
  },
})
