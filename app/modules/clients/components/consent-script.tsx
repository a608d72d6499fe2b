import type { ConsentScript } from '../consent-script.server.ts';

/** What is read aloud before anything is decided, in the person's language. */
export function ConsentScriptPanel({ script }: { script: ConsentScript }) {
  return (
    <div className="script" lang={script.language} dir={script.dir}>
      <p className="script-opening">{script.opening}</p>
      <dl>
        {script.points.map((point) => (
          <div key={point.title}>
            <dt>{point.title}</dt>
            <dd>{point.text}</dd>
          </div>
        ))}
      </dl>
      <p className="script-check">{script.check}</p>
    </div>
  );
}
