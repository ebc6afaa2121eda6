import { useEffect, useState } from 'react'

/** Says in words what is being read once a second has passed; before that the layout alone is shown. */
export function Waiting({ words }: { words: string }) {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 1000)
    return () => clearTimeout(timer)
  }, [])
  return <p role="status" className="muted small" style={{ minHeight: '1.5em' }}>{late ? words : ''}</p>
}
