type Labels = Readonly<Record<string, string>>;

const REMEMBERED_MAX = 10_000;

/** The labels of containers by their ids. They never change, so what was seen once needs no asking. */
export class KnownLabels {
  readonly #labels = new Map<string, Labels>();

  get(id: string): Labels | undefined {
    return this.#labels.get(id);
  }

  note(id: string, labels: Labels): void {
    if (this.#labels.size >= REMEMBERED_MAX) this.#labels.clear();
    this.#labels.set(id, labels);
  }
}
