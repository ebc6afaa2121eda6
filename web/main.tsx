import { createRoot } from 'react-dom/client'
import { RouterProvider } from '@tanstack/react-router'
import { Provider } from 'urql'
import './theme/styles.ts'
import { router } from './app/router.tsx'
import { client } from './queries/client.ts'

const root = document.getElementById('root')
if (!root) throw new Error('The page has no element with the id "root".')
createRoot(root).render(<Provider value={client}><RouterProvider router={router} /></Provider>)
