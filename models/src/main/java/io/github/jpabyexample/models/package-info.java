/**
 * The bookstore: a domain model that hosts every mapping of Jakarta Persistence 3.2.
 *
 * <p>Read the packages in this order:
 *
 * <pre>
 *   catalog   Author n──n Book n──n Genre (a tree)      Book 1──n Edition (JOINED: print, e-book, audio)
 *   people    Customer 1──1 CustomerProfile             Customer n──n Book by Review (a link with columns)
 *   sales     Customer 1──n PurchaseOrder 1──n OrderLine n──1 Edition
 *             PurchaseOrder 1──n Payment (SINGLE_TABLE) PurchaseOrder 1──1 Delivery (TABLE_PER_CLASS)
 *   sample    the data: about 120 real classics, and customers that are invented
 * </pre>
 *
 * <p>What the packages share stands here: {@link io.github.jpabyexample.models.Money} and {@link
 * io.github.jpabyexample.models.Address}, two records as embeddables, and {@link
 * io.github.jpabyexample.models.Audited}, a mapped superclass with a listener.
 */
@NullMarked
package io.github.jpabyexample.models;

import org.jspecify.annotations.NullMarked;
