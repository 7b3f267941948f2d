"use client";
import { Autocomplete } from "@base-ui/react/autocomplete";
import { type FocusEventHandler, type ReactNode, type RefObject, useState } from "react";
import { popup, popupItem } from "./popup.ts";

export interface FieldOffer {
  readonly label: string;
  /** The whole text once it is chosen. */
  readonly value: string;
}

export interface OfferGroup<Offer extends FieldOffer> {
  /** The heading. */
  readonly value: string;
  readonly items: readonly Offer[];
}

interface CompletedFieldProps<Offer extends FieldOffer> {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly label: string;
  readonly hint: string;
  /** What the list of offers is called. */
  readonly listLabel: string;
  readonly shortcut: string;
  readonly text: string;
  readonly groups: readonly OfferGroup<Offer>[];
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly onType: (text: string) => void;
  readonly onChoose: (offer: Offer) => void;
  /** Escape was pressed while nothing was offered. */
  readonly onEscape: (field: HTMLInputElement) => void;
  readonly onCaret: (at: number) => void;
  readonly onFocus: () => void;
  readonly onBlur: FocusEventHandler<HTMLInputElement>;
  readonly invalid: boolean;
  /** The id of what is said about the text. */
  readonly describedBy: string | undefined;
  readonly className: string;
  /** Drawn over the text. */
  readonly children?: ReactNode;
}

/**
 * A field with what may stand in it, in groups, offered below it. It has an element with a style attribute, which the page's policy forbids a
 * server to write: it is loaded apart.
 */
export function CompletedField<Offer extends FieldOffer>(props: CompletedFieldProps<Offer>) {
  const { field, text, groups, open, onOpen } = props;
  const isOffering = open && groups.length > 0;
  // At the end of the body it would stand in no landmark of the page.
  const [main] = useState(() => document.querySelector("main"));
  return (
    <Autocomplete.Root
      mode="none"
      items={groups}
      value={text}
      open={isOffering}
      openOnInputClick
      itemToStringValue={({ value }: Offer) => value}
      onOpenChange={(next, { reason }) => {
        if (next || reason !== "item-press") onOpen(next);
      }}
      onValueChange={(next, { reason }) => {
        // What is pressed is chosen by its own press.
        if (reason !== "escape-key" && reason !== "item-press") props.onType(next);
      }}
    >
      <div className="relative">
        <Autocomplete.Input
          ref={field}
          aria-label={props.label}
          aria-keyshortcuts={props.shortcut}
          aria-invalid={props.invalid}
          aria-describedby={props.describedBy}
          autoComplete="off"
          spellCheck={false}
          placeholder={props.hint}
          onFocus={props.onFocus}
          onBlur={(event) => {
            onOpen(false);
            props.onBlur(event);
          }}
          onSelect={({ currentTarget }) =>
            props.onCaret(currentTarget.selectionStart ?? text.length)
          }
          onKeyDown={(event) => {
            if (event.key !== "Escape" || isOffering) return;
            event.preventBaseUIHandler();
            props.onEscape(event.currentTarget);
          }}
          className={props.className}
        />
        {props.children}
      </div>
      {isOffering && (
        <Autocomplete.Portal container={main}>
          <Autocomplete.Positioner sideOffset={4} align="start" className="z-40 outline-none">
            {/* The library's own popup would hide the rest of the page, and what is said of the text, from screen readers. */}
            {/* biome-ignore lint/a11y/noStaticElementInteractions: it only leaves the focus where it is. */}
            <div
              role="presentation"
              // The field keeps the focus, so that a press on an offer does not close it.
              onMouseDown={(event) => event.preventDefault()}
              className={`max-h-[min(360px,60dvh)] w-[clamp(260px,var(--anchor-width),440px)] max-w-[92vw] overflow-y-auto overscroll-contain p-1 ${popup}`}
            >
              <Autocomplete.List aria-label={props.listLabel}>
                {(group: OfferGroup<Offer>) => (
                  <Autocomplete.Group key={group.value} items={group.items as Offer[]}>
                    <Autocomplete.GroupLabel className="px-2 pt-1.5 pb-0.5 text-muted text-small">
                      {group.value}
                    </Autocomplete.GroupLabel>
                    <Autocomplete.Collection>
                      {(offer: Offer) => (
                        <Autocomplete.Item
                          key={`${offer.label} ${offer.value}`}
                          value={offer}
                          onClick={() => props.onChoose(offer)}
                          className={popupItem}
                        >
                          <bdi className="min-w-0 truncate">{offer.label}</bdi>
                        </Autocomplete.Item>
                      )}
                    </Autocomplete.Collection>
                  </Autocomplete.Group>
                )}
              </Autocomplete.List>
            </div>
          </Autocomplete.Positioner>
        </Autocomplete.Portal>
      )}
    </Autocomplete.Root>
  );
}
