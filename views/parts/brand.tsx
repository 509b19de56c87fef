import { paths } from '../paths'
import { Icon } from './icon'

export const Brand = () => (
  <a class="brand" href={paths.home}>
    <Icon name="conciergeBell" />
    <span>Bellhop</span>
  </a>
)
